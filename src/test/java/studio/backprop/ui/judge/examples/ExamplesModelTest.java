package studio.backprop.ui.judge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.ui.panels.Desk;

@Timeout(60)
class ExamplesModelTest {
  private final ObjectProperty<Optional<PreparedData>> data = new SimpleObjectProperty<>(Optional.empty());
  private Desk desk;
  private ExamplesModel model;

  @BeforeEach
  void open() {
    desk = new Desk(
        Desk.project("iris", Desk.chain(Input.row(4), Dense.of(3, Activation.SOFTMAX), Output.of(Loss.CROSS_ENTROPY))));
    model = new ExamplesModel(desk.run, data, desk.pulse);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    data.set(Optional.of(desk.run.runProperty().get().data()));
  }

  @AfterEach
  void close() {
    model.close();
    desk.run.close();
  }

  private ExampleList list() {
    return model.listProperty().get().orElseThrow();
  }

  private Predictions predicted() {
    desk.run.control().stepBatch();
    desk.pulse.until(() -> model.predictionsProperty().get().isPresent());
    return model.predictionsProperty().get().orElseThrow();
  }

  @Test
  void nothingIsListedWhileNobodyLooks() {
    assertThat(model.listProperty().get()).isEmpty();
    model.show();
    assertThat(list().size()).isEqualTo(150);
  }

  @Test
  void aColumnSortsBothWays() {
    model.show();
    ExampleColumn length = ExampleColumn.feature(0);
    model.sortBy(length);
    assertThat(length.number(list().data(), Optional.empty(), list().at(0))).isEqualTo(4.3f);
    model.sortBy(length);
    assertThat(length.number(list().data(), Optional.empty(), list().at(0))).isEqualTo(7.9f);
  }

  @Test
  void aCellOfTheMatrixHoldsExactlyTheExamplesThatCountInIt() {
    model.show();
    Predictions said = predicted();
    for (int truth = 0; truth < 3; truth++) {
      for (int taken = 0; taken < 3; taken++) {
        model.show(Part.VALIDATION, truth, taken);
        int count = 0;
        for (int row = 0; row < said.data().validationRows(); row++) {
          count += said.data().classOf(Part.VALIDATION, row) == truth && said.classOf(Part.VALIDATION, row) == taken ? 1 : 0;
        }
        assertThat(list().size()).isEqualTo(count);
      }
    }
  }

  @Test
  void rightAndWrongTogetherAreAll() {
    model.show();
    predicted();
    model.verdictProperty().set(ExamplesModel.Verdict.WRONG);
    int wrong = list().size();
    model.verdictProperty().set(ExamplesModel.Verdict.RIGHT);
    assertThat(wrong + list().size()).isEqualTo(150);
  }

  @Test
  void anExampleThatIsChosenHereIsTheChosenOneOfTheRun() {
    model.show();
    model.partProperty().set(Optional.of(Part.TEST));
    model.choose(4);
    assertThat(desk.run.observation().exampleProperty().get()).isEqualTo(new Example(Part.TEST, 4));
    model.move(-2);
    assertThat(desk.run.observation().exampleProperty().get()).isEqualTo(new Example(Part.TEST, 2));
    model.move(-100);
    assertThat(model.chosenIndex()).contains(0);
  }

  @Test
  void theBaselineIsTheShareOfTheLargestClass() {
    ClassCounts counts = ClassCounts.of(data.get().orElseThrow());
    assertThat(counts.share(counts.largest())).isEqualTo(1 / 3.0);
    assertThat(counts.of(Part.TRAIN, 0) + counts.of(Part.VALIDATION, 0) + counts.of(Part.TEST, 0)).isEqualTo(50);
  }

  @Test
  void allKnownAnswersToAnExampleAreCounted() throws Exception {
    PreparedData names = PreparedData.load(DataSettings.of("names-next"), Optional.empty(), Progress.NONE);
    ClassCounts counts = ClassCounts.of(names);
    int end = names.dataset().classNames().indexOf("\n");
    assertThat(counts.of(end)).isLessThanOrEqualTo(names.dataset().rows()).isGreaterThan(names.dataset().rows() / 2);
    assertThat(counts.foremost(3)).hasSize(3).doesNotContain(0);
    assertThat(counts.of(counts.foremost(3)[0])).isEqualTo(counts.of(counts.largest()));
  }

  @Test
  void pictureOrdersMixTheClassesTheSameWayEachTimeAndSortThemOnDemand() {
    model.show();
    model.sort(ExampleSorting.SHUFFLED);
    List<Integer> once = classes();
    assertThat(new HashSet<>(once.subList(0, 12))).as("the first examples are not all of one class").hasSizeGreaterThan(1);
    assertThat(model.sortingProperty().getValue()).isEqualTo(ExampleSorting.SHUFFLED);
    model.sort(ExampleSorting.CLASS);
    assertThat(classes()).isSorted();
    model.sort(ExampleSorting.SHUFFLED);
    assertThat(classes()).isEqualTo(once);
    model.sort(ExampleSorting.INDEX);
    assertThat(IntStream.range(0, list().size()).mapToObj(i -> ExampleColumn.ROW.number(list().data(), Optional.empty(), list().at(i))))
        .isSorted();
    model.sortBy(ExampleColumn.feature(0));
    assertThat(model.sortingProperty().getValue()).as("a column of the table").isNull();
  }

  private List<Integer> classes() {
    return IntStream.range(0, list().size()).mapToObj(list()::at).map(at -> list().data().classOf(at.part(), at.row())).toList();
  }

  @Test
  void ofTheRowsInSightItIsSaidWhatThePredictionRestsOn() {
    model.show();
    predicted();
    List<Example> rows = List.of(new Example(Part.TRAIN, 2), new Example(Part.TEST, 0));
    model.why().watch(() -> rows);
    desk.pulse.until(() -> model.why().knownProperty().get().size() == 2);
    Why why = model.why().of(rows.get(0)).orElseThrow();
    assertThat(why.strongest()).hasSize(3).doesNotHaveDuplicates();
    double[] sizes = IntStream.range(0, 4).mapToDouble(part -> Math.abs(why.values()[part])).sorted().toArray();
    assertThat(Math.abs(why.values()[why.strongest()[0]])).isEqualTo(sizes[3]);
    assertThat(Math.abs(why.values()[why.strongest()[2]])).isEqualTo(sizes[1]);
    desk.run.control().stepBatch();
    desk.pulse.until(() -> model.why().of(rows.get(1)).filter(now -> now.step() == 2).isPresent());
    model.why().watch(List::of);
  }

  @Test
  void ofTheWrongOnesThoseThatTheNetworkIsSurestOfComeFirst() {
    model.show();
    Predictions said = predicted();
    model.verdictProperty().set(ExamplesModel.Verdict.WRONG);
    model.sort(ExampleSorting.MOST_CONFIDENT);
    assertThat(list().size()).isGreaterThan(1);
    double[] scores = IntStream.range(0, list().size()).mapToObj(index -> list().at(index))
        .peek(example -> assertThat(said.right(example.part(), example.row())).isFalse())
        .mapToDouble(example -> said.score(example.part(), example.row(), said.classOf(example.part(), example.row()))).toArray();
    assertThat(IntStream.range(1, scores.length)).allMatch(i -> scores[i] <= scores[i - 1]);
  }
}
