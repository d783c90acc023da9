package studio.backprop.ui.workspace.analyser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.document.DocumentModel;

class AnalyserModelTest {
  private final Lang lang = new Lang(Texts.ENGLISH);
  private final DocumentModel document = new DocumentModel();
  private final AnalyserModel model = new AnalyserModel(document);

  @AfterEach
  void close() {
    model.close();
  }

  private void open(Network network) {
    document.open(new Project(network, DataSettings.of("iris"), Optional.empty(), TrainingSettings.STANDARD), "test", Optional.empty());
  }

  /** 4 features, 8 units, 3 classes. */
  private static Network iris() {
    return Network.EMPTY.add(Input.row(4), 0, 0).add(Dense.of(8, Activation.RELU), 0, 0).add(Dense.of(3, Activation.SOFTMAX), 0, 0)
        .add(Output.of(Loss.CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4);
  }

  private List<String> column(LayerColumn column) {
    return model.rowsProperty().get().stream().map(row -> column.text(row, lang)).toList();
  }

  @Test
  void eachNodeHasALineAfterItsSourcesAndTheTotalsAreTheLast() {
    open(iris());
    assertThat(column(LayerColumn.NAME)).containsExactly("input_1", "dense_1", "dense_2", "loss_1", "");
    assertThat(column(LayerColumn.OUT)).startsWith("4", "8", "3");
    assertThat(column(LayerColumn.PARAMETERS)).containsExactly("0", "40", "27", "0", "67");
  }

  @Test
  void theTotalsAreTheSumsOfTheLines() {
    open(iris());
    List<LayerRow> rows = model.rowsProperty().get();
    LayerRow total = rows.get(rows.size() - 1);
    assertThat(total.total()).isTrue();
    assertThat(total.footprint().orElseThrow().flops())
        .isEqualTo(rows.subList(0, rows.size() - 1).stream().mapToLong(row -> row.footprint().orElseThrow().flops()).sum());
    assertThat(total.footprint().orElseThrow().weightBytes()).isEqualTo(4 * 67);
  }

  @Test
  void anEditIsFollowedAndTheBatchCountsForTheMemory() {
    open(iris());
    long before = LayerColumn.ACTIVATIONS.order(lang).compare(model.rowsProperty().get().get(1), model.rowsProperty().get().get(2));
    assertThat(before).isPositive();
    document.edit(Message.of("edit.add", "dense"), network -> network.add(Dense.of(2, Activation.NONE), 0, 0));
    assertThat(column(LayerColumn.NAME)).containsExactly("input_1", "dense_1", "dense_2", "loss_1", "dense_3", "");
  }

  @Test
  void aNodeThatWaitsForAShapeSaysSo() {
    open(Network.EMPTY.add(Input.row(4), 0, 0).add(new Flatten(), 0, 0).add(Output.of(Loss.CROSS_ENTROPY), 0, 0).wire(2, 3));
    assertThat(model.findingsProperty().get()).isNotEmpty();
    LayerRow flatten = model.rowsProperty().get().stream().filter(row -> row.name().startsWith("flat")).findFirst().orElseThrow();
    assertThat(flatten.output()).isEmpty();
    assertThat(LayerColumn.OUT.text(flatten, lang)).isEqualTo(lang.say("analyser.unknown"));
    assertThat(LayerColumn.FLOPS.text(flatten, lang)).isEqualTo(lang.say("analyser.unknown"));
  }

  @Test
  void aLossIsOneNumberWithoutParametersAlsoWhileItWaits() {
    open(Network.EMPTY.add(Input.row(4), 0, 0).add(new Flatten(), 0, 0).add(Output.of(Loss.CROSS_ENTROPY), 0, 0).wire(2, 3));
    LayerRow loss = model.rowsProperty().get().stream().filter(row -> row.name().startsWith("loss")).findFirst().orElseThrow();
    assertThat(LayerColumn.OUT.text(loss, lang)).isEqualTo(lang.say("analyser.scalar"));
    assertThat(LayerColumn.PARAMETERS.text(loss, lang)).isEqualTo("0");
    assertThat(LayerColumn.STATE.text(loss, lang)).startsWith("Waits for");
  }

  @Test
  void anEmptyNetworkHasNoLinesNotEvenTotals() {
    open(Network.EMPTY);
    assertThat(model.rowsProperty().get()).isEmpty();
  }

  @Test
  void aLineSelectsItsNodeAndTheTotalsSelectNothing() {
    open(iris());
    model.select(model.rowsProperty().get().get(1));
    assertThat(document.selection()).containsExactly(2);
    model.select(model.rowsProperty().get().get(4));
    assertThat(document.selection()).containsExactly(2);
  }

  @Test
  void theCopyHasTitlesALineForEachRowAndQuotesWhatHoldsTheSeparator() {
    open(iris());
    String[] lines = TableText.of(model.rowsProperty().get(), "\t", lang).split("\n");
    assertThat(lines).hasSize(6);
    assertThat(lines[0].split("\t")).hasSize(LayerColumn.values().length);
    assertThat(lines[2].split("\t")[5]).isEqualTo("40");
    document.edit(Message.of("edit.add", "dense"), network -> network.with(2, node -> node.withLayer(Dense.of(1000, Activation.RELU))));
    assertThat(TableText.of(model.rowsProperty().get(), ",", lang).split("\n")[2]).contains("\"5,000\"");
  }
}
