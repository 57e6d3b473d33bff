SELECT p.plan_id, p.name, p.starts_on, p.ends_on, p.words, p.adopted_on, p.adopted_by, f.code, f.name AS fund_name, f.prefix
FROM plan_fund AS f
JOIN plan AS p USING (plan_id)
ORDER BY p.starts_on, p.plan_id
