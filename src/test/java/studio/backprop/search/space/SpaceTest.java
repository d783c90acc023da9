package studio.backprop.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.optim.Adam;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.search.SearchProjects;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Texts;

/** What can be searched, how it is written, and what it makes of a project. */
class SpaceTest {
  private final Project iris = SearchProjects.iris();

  private Space.Candidate candidate(List<Double> values, String... space) throws SearchProblem {
    return SpaceText.read(List.of(space), iris).candidate(iris, Searchables.of(iris), values);
  }

  private static List<String> kinds(Network network) {
    return network.analyse().order().stream().map(node -> node.type().id() + " " + Texts.ENGLISH.say(node.layer().summary())).toList();
  }

  @Test
  void layersUnitsActivationAndDropoutMakeANetworkThatCanBeTrained() throws Exception {
    Project made = candidate(List.of(3.0, 12.0, 1.0, 0.2, 1.0), "layers=1..3", "units", "activation", "dropout", "batch_norm").project();
    assertThat(kinds(made.network())).containsExactly("input 4 features",
        "dense 12 · tanh", "batch_norm ", "dropout 20 %", "dense 12 · tanh",
        "batch_norm ", "dropout 20 %", "dense 12 · tanh", "batch_norm ", "dropout 20 %", "dense 3 · softmax", "output cross-entropy");
    assertThat(made.network().analyse().valid()).isTrue();
    assertThat(Readiness.problems(made.network(), made.network().analyse(), DataForm.of(made.data()).orElseThrow())).isEmpty();
  }

  @Test
  void fewerLayersLeaveTheFirstOnesAndNoDropoutIsNoNode() throws Exception {
    Project three = candidate(List.of(3.0, 0.3), "layers=1..3", "dropout").project();
    Space space = SpaceText.read(List.of("layers=1..3", "dropout"), three);
    Project one = space.candidate(three, Searchables.of(three), List.of(1.0, 0.0)).project();
    assertThat(kinds(one.network())).containsExactly("input 4 features", "dense 8 · ReLU", "dense 3 · softmax", "output cross-entropy");
    assertThat(one.network().wires()).hasSize(3);
  }

  @Test
  void everyCandidateOfTheSampleIsValid() throws Exception {
    Project digits = SampleProject.of("search-digits");
    Space space = SpaceText.read(
        List.of("layers=1..3", "units", "activation", "dropout", "batch_norm", "batch", "rate", "optimizer"), digits);
    List<Searchable> known = Searchables.of(digits);
    for (int i = 0; i < 50; i++) {
      int number = i;
      List<Double> values = IntStream.range(0, 8).mapToObj(d -> space.dimensions().get(d).at((number * 0.37 + d * 0.21) % 1)).toList();
      Project made = space.candidate(digits, known, values).project();
      assertThat(made.network().analyse().problems()).isEmpty();
    }
  }

  @Test
  void theEditsOneByOneMakeTheSameProject() throws Exception {
    Space.Candidate made = candidate(List.of(2.0, 0.02, 3.0), "layers=1..3", "rate", "optimizer");
    Project step = iris;
    List<String> names = new ArrayList<>();
    for (Edit<Project> edit : made.edits()) {
      step = edit.change().apply(step);
      names.add(Texts.ENGLISH.say(edit.name()));
    }
    assertThat(step).isEqualTo(made.project());
    assertThat(names).containsExactly("Hidden layers 2", "Optimizer Adam", "Learning rate 0.02");
  }

  @Test
  void aSettingOfAnotherOptimizerIsAbsent() throws Exception {
    assertThat(candidate(List.of(0.0, 0.5), "optimizer=sgd,adam", "adam.beta1=0.1..0.9").values()).containsExactly(0.0, Double.NaN);
    Space.Candidate adam = candidate(List.of(1.0, 0.5), "optimizer=sgd,adam", "adam.beta1=0.1..0.9");
    assertThat(adam.values()).containsExactly(1.0, 0.5);
    assertThat(((Adam) adam.project().training().optimizer()).beta1()).isEqualTo(0.5);
  }

  @Test
  void aSettingOfALayerThatIsNotThereIsAbsent() throws Exception {
    Project three = candidate(List.of(3.0), "layers=1..3").project();
    String last = three.network().node(6).name();
    Space space = SpaceText.read(List.of("layers=1..3", last + ".units=2..9"), three);
    assertThat(space.candidate(three, Searchables.of(three), List.of(1.0, 5.0)).values()).containsExactly(1.0, Double.NaN);
    assertThat(space.candidate(three, Searchables.of(three), List.of(3.0, 5.0)).values()).containsExactly(3.0, 5.0);
  }

  @Test
  void layersOfImagesHaveTheirOwnSettings() {
    assertThat(Searchables.of(SampleProject.of("digits-cnn"))).extracting(Searchable::name)
        .contains("conv_1.filters", "conv_1.activation", "conv_2.filters", "rate", "batch", "optimizer").doesNotContain("dense_1.units");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"rate=1e-4..1:log | rate=0.0001..1:log", "batch=16, 32 | batch=16,32", "dropout | dropout=0..0.5",
      "units=4..64:log | units=4..64:log"})
  void whatIsWrittenIsRead(String text, String written) throws Exception {
    Space space = SpaceText.read(List.of(text), iris);
    assertThat(SpaceText.write(space.dimensions().get(0))).isEqualTo(written);
    assertThat(SpaceText.read(List.of(written), iris)).isEqualTo(space);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "wings=1..2 | has no setting “wings”", "rate=0..1:log | must begin above 0", "rate=1..0.1 | must rise",
      "rate=x..1 | must be a number",
      "units=1.5..4 | whole number", "units=0..4 | from 1 to", "batch=16 | single value", "batch=16,2.5 | whole number",
      "optimizer=sgd,magic | cannot be “magic”", "optimizer=1..2 | list values", "dropout=0..0.99 | from 0 to 0.95"})
  void whatCannotBeSearchedIsRefusedInASentence(String text, String sentence) {
    assertThatThrownBy(() -> SpaceText.read(List.of(text), iris)).isInstanceOfSatisfying(SearchProblem.class,
        problem -> assertThat(Texts.ENGLISH.say(problem.sentence())).contains(sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"units=8..128:log", "layers=1..3", "units=2..9"})
  void wholeNumbersAreAllDrawnAndNoneBeyondTheEnds(String text) throws Exception {
    Dimension dimension = SpaceText.read(List.of(text), iris).dimensions().get(0);
    List<Double> drawn = IntStream.range(0, 20_000).mapToObj(i -> dimension.at(i / 20_000.0)).distinct().toList();
    assertThat(drawn).hasSize((int) (dimension.high() - dimension.low()) + 1)
        .allMatch(value -> value >= dimension.low() && value <= dimension.high());
  }

  @Test
  void aLogarithmicRangeDrawsEachDecadeAsOften() throws Exception {
    Dimension rate = SpaceText.read(List.of("rate=1e-4..1:log"), iris).dimensions().get(0);
    assertThat(rate.at(0.25)).isEqualTo(0.001);
    assertThat(rate.at(0.5)).isEqualTo(0.01);
    assertThat(rate.share(0.01)).isEqualTo(0.5);
  }
}
