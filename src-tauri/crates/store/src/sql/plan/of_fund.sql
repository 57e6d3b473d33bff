SELECT p.plan_id, p.name, p.starts_on, p.ends_on, f.code, f.name AS fund_name, f.prefix
FROM plan_fund AS f
JOIN plan AS p USING (plan_id)
