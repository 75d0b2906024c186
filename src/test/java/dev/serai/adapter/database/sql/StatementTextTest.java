package dev.serai.adapter.database.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTextTest {

    @Test
    void readsNamesAndExpressionsInTheirOrder() {
        StatementText text = StatementText.of("insert into entry values (:?id, :?${body[item]}, :?id)");

        assertThat(text.names()).containsExactly("id", "${body[item]}", "id");
        assertThat(text.prepared()).isEqualTo("insert into entry values (?, ?, ?)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 where 1 in (:?in:ids)",
                "select :?id where 1 in (:?in:ids)",
                "select :?${body[${header.key}]}",
                "select :?id, :?$simple{body}",
                "select ?",
                "select 1"
            })
    void leavesToCamelWhatTheTextDoesNotTell(String query) {
        assertThat(StatementText.of(query).isRead()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "0;select 1",
                "2;insert into entry values (?, ?)",
                "1;select 'what?' where ? = 'it''s?'",
                "1;select \"odd?\", `name?` from entry where id = ?",
                "1;select cast(? as jsonb)::text"
            },
            delimiter = ';')
    void countsParametersOutsideOfQuotes(int count, String prepared) {
        assertThat(StatementText.parameters(prepared)).hasValue(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ? -- is it?",
                "select ? /* is it? */",
                "select ? # is it?",
                "select data ?? ? from entry",
                "select $tag$?$tag$, ?",
                "select [odd?] from entry where id = ?",
                "select 'not\\'closed?', ?",
                "select 'not closed, ?",
                "{call store(?)}"
            })
    void asksTheDriverInDoubt(String prepared) {
        assertThat(StatementText.parameters(prepared)).isEqualTo(OptionalInt.empty());
    }
}
