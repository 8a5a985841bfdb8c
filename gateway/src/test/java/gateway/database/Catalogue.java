package gateway.database;

import java.util.List;

/** What PostgreSQL itself says of our schema: one line for each column, constraint, index, grant and whatever else stands there. */
final class Catalogue {

    private static final String LINES = """
            WITH ours AS (
                SELECT pg_class.oid, relname, relkind, relowner, relacl, relrowsecurity
                  FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace
                   AND relname NOT LIKE 'flyway_schema_history%')
            SELECT relname || ': column ' || attname || ' ' || format_type(atttypid, atttypmod)
                   || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
                   || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '')
                   || CASE WHEN attidentity::text <> '' THEN ' IDENTITY' ELSE '' END
                   || CASE WHEN attgenerated::text <> '' THEN ' GENERATED' ELSE '' END AS line
              FROM ours
              JOIN pg_attribute ON attrelid = ours.oid AND attnum > 0 AND NOT attisdropped
              LEFT JOIN pg_attrdef ON adrelid = ours.oid AND adnum = attnum
             WHERE relkind = 'r'
            UNION ALL
            SELECT relname || ': constraint ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
              FROM ours
              JOIN pg_constraint ON conrelid = ours.oid AND contype <> 'n'
            UNION ALL
            SELECT relname || ': ' || replace(pg_get_indexdef(indexrelid), ' ON public.' || relname || ' USING btree', '')
              FROM ours
              JOIN pg_index ON indrelid = ours.oid
             WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
            UNION ALL
            SELECT relname || ': ' || pg_get_triggerdef(pg_trigger.oid)
              FROM ours
              JOIN pg_trigger ON tgrelid = ours.oid AND NOT tgisinternal
            UNION ALL
            SELECT relname || ': grant ' || string_agg(privilege_type, ', ' ORDER BY privilege_type) || ' to '
                   || coalesce(grantee::regrole::text, 'everybody')
              FROM ours, aclexplode(relacl)
             WHERE grantee <> relowner
             GROUP BY relname, grantee
            UNION ALL
            SELECT relname || ': grant ' || privilege_type || ' (' || attname || ') to ' || grantee::regrole::text
              FROM ours
              JOIN pg_attribute ON attrelid = ours.oid
             CROSS JOIN aclexplode(attacl)
             WHERE grantee <> relowner
            UNION ALL
            SELECT relname || ': ' || CASE relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' ELSE 'relation of kind ' || relkind::text END
              FROM ours
             WHERE relkind NOT IN ('r', 'i', 't')
            UNION ALL
            SELECT relname || ': row security'
              FROM ours
             WHERE relrowsecurity
            UNION ALL
            SELECT proname || ': function (' || pg_get_function_arguments(oid) || ')'
              FROM pg_proc
             WHERE pronamespace = 'public'::regnamespace
            UNION ALL
            SELECT typname || ': type'
              FROM pg_type
             WHERE typnamespace = 'public'::regnamespace
               AND typrelid = 0
               AND typelem = 0
            """;

    private Catalogue() {
    }

    /** In the order of the alphabet, so that it reads table by table and two of them can be compared line by line. */
    static List<String> of(TestDatabase database) {
        List<String> lines = database.database().inTransaction(tx -> tx.query(LINES, row -> row.text("line")));
        return lines.stream().sorted().toList();
    }
}
