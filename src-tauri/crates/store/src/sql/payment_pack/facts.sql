SELECT payment_fact_id, author, text, signature FROM payment_fact ORDER BY payment_fact_id
