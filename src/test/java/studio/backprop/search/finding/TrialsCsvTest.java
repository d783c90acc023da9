package studio.backprop.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.run.BestTested;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.text.Texts;

class TrialsCsvTest {
  private static List<NamedCsvRecord> rows(SearchRecord search) throws Exception {
    StringWriter text = new StringWriter();
    new TrialsCsv(search, Texts.ENGLISH::say).writeTo(text);
    return CsvReader.builder().ofNamedCsvRecord(text.toString()).stream().toList();
  }

  @Test
  void eachTrialHasItsSettingsItsScoreAndTheReasonOfItsEnd() throws Exception {
    SearchRecord asked = SearchProjects.search("rate=0.01..100:log; optimizer=sgd,adam",
        "momentum.momentum=0.5,0.9").withBudget(SearchBudget.epochs(40));
    PreparedData data = SearchProjects.data(asked.base());
    SearchRecord run = new SearchRunner(data, 1).run(asked, now -> false, () -> false, SearchRunner.Listener.NONE);
    SearchRecord made = BestTested.of(run, data);
    SearchRecord search = made.dropped(2);
    List<NamedCsvRecord> rows = rows(search);
    assertThat(rows).hasSameSizeAs(search.trials());
    Set<String> reasons = new HashSet<>();
    for (Trial trial : search.trials()) {
      NamedCsvRecord row = rows.get(trial.number() - 1);
      assertThat(row.getField("trial")).isEqualTo(String.valueOf(trial.number()));
      assertThat(Double.parseDouble(row.getField("rate"))).isEqualTo(trial.values().get(0));
      assertThat(row.getField("optimizer")).isIn("sgd", "adam");
      assertThat(row.getField("momentum.momentum")).as("no trial has momentum").isEmpty();
      assertThat(row.getField("seed")).isEqualTo(String.valueOf(42 + trial.number()));
      assertThat(row.getField("epochs")).isEqualTo(String.valueOf(trial.epoch()));
      assertThat(row.getField("weights_sha256")).isEqualTo(trial.sha256());
      assertThat(row.getField("reason")).isNotBlank();
      if (trial.counts()) {
        assertThat(Double.parseDouble(row.getField("validation_accuracy"))).isEqualTo(trial.last().orElseThrow().validation().accuracy());
      }
      reasons.add(row.getField("state"));
    }
    assertThat(reasons).contains("stopped", "dropped");
    NamedCsvRecord best = rows.get(TrialRanking.best(search).orElseThrow().number() - 1);
    assertThat(best.getField("rank")).isEqualTo("1");
    assertThat(best.getField("test_accuracy")).isNotEmpty();
    assertThat(rows.get(1).getField("rank")).as("one that was taken out is not judged").isEmpty();
    assertThat(rows.get(1).getField("reason")).isEqualTo("Removed by hand");
  }
}
