package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the management API.
 *
 * @param text the JSON as it was sent, for {@code --output json}
 * @param json the same as a tree
 */
record Reply(String text, JsonNode json) {}
