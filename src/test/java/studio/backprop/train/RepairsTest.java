package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.network.Analysis;
import studio.backprop.network.Edit;
import studio.backprop.network.History;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.Repair;
import studio.backprop.network.repair.Repairs;
import studio.backprop.project.Readiness;
import studio.backprop.text.Texts;
import studio.backprop.train.BrokenNetworks.Broken;

class RepairsTest {
  static List<Broken> broken() {
    return BrokenNetworks.all();
  }

  private static List<Problem> judge(Broken broken, Network network) {
    Analysis analysis = network.analyse();
    return Stream.concat(Readiness.problems(network, analysis, broken.form().get()).stream(), analysis.hints().stream()).toList();
  }

  private static Problem problem(Broken broken) {
    List<Problem> all = judge(broken, broken.network());
    return all.stream().filter(p -> p.sentence().key().equals(broken.rule())).findFirst()
        .orElseThrow(() -> new AssertionError(broken + " is not among " + all.stream().map(p -> p.sentence().key()).toList()));
  }

  private static List<Repair> repairs(Broken broken) {
    return Repairs.of(broken.network(), problem(broken), broken.form().map(Readiness::goal), network -> judge(broken, network));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void everyOfferedRepairMendsItsProblemAndCanBeUndone(Broken broken) {
    Problem problem = problem(broken);
    assertThat(repairs(broken)).isNotEmpty().hasSizeLessThanOrEqualTo(4).allSatisfy(repair -> {
      History<Network> history = new History<>(broken.network());
      history.apply(new Edit<>(repair.title(), repair.change()));
      assertThat(judge(broken, history.document())).noneMatch(problem::sameAs);
      history.undo();
      assertThat(history.document()).isEqualTo(broken.network());
    });
  }

  /** An empty canvas has far to go, and a network without an input, say, may have a second fault that the first one hid. */
  @ParameterizedTest
  @MethodSource("broken")
  void theFirstRepairsInARowLeadToANetworkThatTrains(Broken broken) {
    Network network = broken.network();
    for (int i = 0; i < 4 && !judge(broken, network).isEmpty(); i++) {
      Broken now = new Broken(judge(broken, network).get(0).sentence().key(), broken.data(), network);
      network = repairs(now).get(0).change().apply(network);
    }
    assertThat(judge(broken, network)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void sentencesAndButtonsAreSaidInBothLanguages(Broken broken) {
    for (Texts texts : Texts.all()) {
      assertThat(texts.say(problem(broken).sentence())).doesNotContain("{", "}");
      repairs(broken).forEach(repair -> {
        assertThat(texts.say(repair.title())).isNotBlank().doesNotContain("{", "}");
        assertThat(texts.say(repair.consequence())).isNotBlank().doesNotContain("{", "}");
      });
    }
  }

  @Test
  void thereIsABrokenNetworkForEveryRule() {
    Set<String> rules = new TreeSet<>();
    Texts.ENGLISH.keys().stream().filter(key -> key.matches("(refuse|ready|problem|hint)\\.\\w+") || key.matches("network\\.\\w+"))
        .forEach(rules::add);
    rules.removeAll(Set.of("problem.advice", "problem.looking", "problem.preview", "hint.advice"));
    assertThat(broken()).extracting(Broken::rule).containsAll(rules);
  }

  @Test
  void aStackOfPicturesBeforeADenseIsFlattenedOrAveraged() {
    Broken row = broken().stream().filter(broken -> broken.rule().equals("refuse.needs_row")).findFirst().orElseThrow();
    assertThat(problem(row).sentence()).hasToString(
        "Dense (dense_1) expects a vector per example, but Conv 2D (conv_1) outputs 8×8×8 (channel × height × width). "
            + "Insert a Flatten between them.");
    assertThat(repairs(row)).extracting(repair -> repair.title().toString()).startsWith("Insert Flatten between them")
        .endsWith("Remove this wire");
    assertThat(repairs(row).get(0).consequence()).hasToString("output 512; 5,130 parameters in Dense");
  }

  @Test
  void unitsAreSetToTheClassCount() {
    Broken classes = broken().stream().filter(broken -> broken.rule().equals("ready.classes")).findFirst().orElseThrow();
    Repair first = repairs(classes).get(0);
    assertThat(first.title()).hasToString("Set “Units” of Dense (dense_1) to 10");
    assertThat(first.consequence()).hasToString("Units 64 → 10, 650 parameters");
  }

  @Test
  void unitsAndActivationThatBothDoNotSuitAreSetAtOnce() {
    Broken classes = broken().stream().filter(broken -> broken.rule().equals("ready.classes")).findFirst().orElseThrow();
    Node last = classes.network().nodes().stream().filter(node -> node.layer() instanceof Dense).reduce((left, right) -> right)
        .orElseThrow();
    Network bent = classes.network().with(last.id(), node -> node.withLayer(Dense.of(64, Activation.RELU)));
    Broken both = new Broken(classes.rule(), classes.data(), bent);
    Repair first = repairs(both).get(0);
    assertThat(first.title()).hasToString("Set Dense (dense_1) to 10 units with softmax");
    assertThat(judge(both, first.change().apply(bent))).isEmpty();
  }
}
