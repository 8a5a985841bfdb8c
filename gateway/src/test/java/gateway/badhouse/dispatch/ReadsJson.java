package gateway.badhouse.dispatch;

import com.fasterxml.jackson.databind.JsonNode;

record ReadsJson(JsonNode json) {}
