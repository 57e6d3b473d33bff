INSERT INTO review_revision (review_id, revised_id) VALUES (:review_id, :revised_id)
