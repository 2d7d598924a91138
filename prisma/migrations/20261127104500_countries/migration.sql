-- What was kept under a code that is no country's, or a former one, stands under the country's: its holidays, hours and law hold from now on.
CREATE FUNCTION pg_temp.country_now(code TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce((SELECT is_now FROM (VALUES ('UK', 'GB'), ('FX', 'FR'), ('DD', 'DE'), ('SU', 'RU'), ('YU', 'RS'), ('CS', 'RS'), ('DY', 'BJ'),
    ('HV', 'BF'), ('ZR', 'CD'), ('TP', 'TL'), ('BU', 'MM'), ('NH', 'VU'), ('RH', 'ZW'), ('VD', 'VN'), ('YD', 'YE'), ('AN', 'CW'))
    AS former(was, is_now) WHERE was = code), code)
$$;

-- an import kept a country that it did not know as the region
UPDATE "debtor" SET "country" = 'UK', "region" = NULL WHERE "country" IS NULL AND upper("region") = 'UK';

UPDATE "debtor" d SET "next_review_at" = d."created_at" FROM "workspace" w
WHERE w."id" = d."workspace_id" AND d."next_review_at" IS NOT NULL
  AND pg_temp.country_now(coalesce(d."country", w."country")) <> coalesce(d."country", w."country");
UPDATE "debtor" SET "country" = pg_temp.country_now("country") WHERE pg_temp.country_now("country") <> "country";
UPDATE "workspace" SET "country" = pg_temp.country_now("country") WHERE pg_temp.country_now("country") <> "country";

DROP FUNCTION pg_temp.country_now(TEXT);
