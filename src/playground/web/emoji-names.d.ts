/** Made by build.mjs: an emoji by its name on Slack, without colons. */
declare module 'emoji-names' {
  const names: Record<string, string>;
  export default names;
}
