-- Why: prompts are recorded in the browser, no longer in a call; and the import of busy times is gone, since nobody
-- waited for its warning. What people recorded and kept stays in prompt.
DROP TABLE take;
DROP TABLE sitting;
DROP TABLE busy_time;
