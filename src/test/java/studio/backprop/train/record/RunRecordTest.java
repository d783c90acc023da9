package studio.backprop.train.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.OwnFile;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.SessionTest;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.RunRecord.Ending;

class RunRecordTest {
  @TempDir private Path folder;

  @Test
  void lossesAreComparedOnlyWhereTheTableIsTheSame() throws Exception {
    RunRecord first = record(onTable("a,b\n1,2\n3,4\n"), List.of());
    RunRecord again = record(onTable("a,b\n1,2\n3,4\n"), List.of());
    RunRecord other = record(onTable("a,b\n1,2\n3,5\n"), List.of());
    assertThat(first.table()).isPresent();
    assertThat(first.isLike(again)).isTrue();
    assertThat(first.isLike(other)).isFalse();
    assertThat(record(SessionTest.circles(), List.of()).table()).isEmpty();
  }

  @Test
  void aFileKeepsSomeEpochsWithTheBestAndTheLast() {
    List<EpochRecord> epochs = IntStream.rangeClosed(1, 1000).mapToObj(epoch -> epoch(epoch, epoch == 333 ? 0.1 : 1)).toList();
    RunRecord kept = record(SessionTest.circles(), epochs).forFile(true);
    assertThat(kept.epochs()).hasSizeLessThanOrEqualTo(RunRecord.MOST_EPOCHS);
    assertThat(kept.best().orElseThrow().epoch()).isEqualTo(333);
    assertThat(kept.epochsDone()).isEqualTo(1000);
    assertThat(kept.current()).isTrue();
    assertThat(kept.past().current()).isFalse();
  }

  @Test
  void whatSomebodyChangedGoesOnInTheRunThatGoesOn() {
    Project project = SessionTest.circles();
    RunRecord record = record(project, List.of());
    List<Adjustment> later = List.of(new Adjustment(9, 0.5, 20));
    assertThat(record.goneOnWith(project, 4, later)).isEqualTo(later);
    assertThat(record.goneOnWith(project.withTraining(t -> t.withRate(0.2)), 4, later))
        .containsExactly(new Adjustment(4, 0.2, project.training().epochs()), later.get(0));
  }

  private Project onTable(String cells) throws Exception {
    Path file = Files.writeString(folder.resolve("table.csv"), cells);
    Project project = SessionTest.circles();
    return project.withData(project.data().withDataset(DatasetCatalog.OWN_TABLE)).withTable(OwnFile.read(file, Progress.NONE).table());
  }

  private static EpochRecord epoch(int number, double loss) {
    return new EpochRecord(number, number, new Metrics(loss, 0.5, Double.NaN, Double.NaN), Metrics.NONE, 0.1);
  }

  private static RunRecord record(Project project, List<EpochRecord> epochs) {
    CurveColumns none = new CurveColumns(1, new double[0]);
    return new RunRecord(
        Message.of("tries.run"), "mine", project, RunRecord.tableOf(project), List.of(), Instant.EPOCH, epochs.size(), 1, Ending.RUNNING,
        Optional.empty(), epochs, none, none, false);
  }
}
