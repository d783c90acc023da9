package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.doctor.Ward.deep;
import static studio.backprop.doctor.Ward.on;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.Scaling;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.Finding.Severity;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.Network;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Nesterov;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.Sgd;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Regularization;
import studio.backprop.tensor.Init;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;

/** What is the matter stands before what comes of it, also where it does not show at once. */
class CausesTest {
  private static final Optimizer ADAM = Adam.STANDARD;
  private static final Optimizer SGD = Sgd.STANDARD;
  private static final Dense CHANCE = Dense.of(1, Activation.SIGMOID);
  private static final Dense VALUE = Dense.of(1, Activation.NONE);

  private static List<Kind> kinds(Case run) throws Exception {
    return Ward.examine(run).stream().map(Finding::kind).toList();
  }

  /** From weights so many times as large. */
  private static List<Finding> grown(Case run, double times) throws Exception {
    Parameters start = Session.initialParameters(run.project());
    start.all().forEach(parameter -> {
      float[] values = parameter.tensor().values();
      for (int i = 0; i < values.length; i++) {
        values[i] *= (float) times;
      }
    });
    return Ward.examine(run.project(), start, run.steps());
  }

  /** With weights that make all sums of one layer negative. */
  private static List<Finding> silenced(Case run, String name) throws Exception {
    Parameters start = Session.initialParameters(run.project());
    int node = run.project().network().named(name).orElseThrow().id();
    start.all().stream().filter(parameter -> parameter.node() == node).forEach(parameter -> Arrays.fill(parameter.tensor().values(), -1));
    return Ward.examine(run.project(), start, run.steps());
  }

  @Test
  void theWrongOutputIsToBlameForItsDeath() throws Exception {
    List<Finding> found =
        Ward.examine(on("surface", ADAM, 0.05, 16, 300, Loss.MSE, deep(2, 16, Activation.RELU, Dense.of(1, Activation.RELU))).seed(4));
    assertThat(found).extracting(Finding::kind).containsExactly(Kind.WRONG_LOSS);
    Case run = on("circles", SGD, 0.1, 16, 300, Loss.BINARY_CROSS_ENTROPY, Dense.of(16, Activation.RELU), Dense.of(1, Activation.RELU))
        .seed(613);
    assertThat(kinds(run)).startsWith(Kind.WRONG_LOSS).doesNotContain(Kind.DEAD_RELU);
    assertThat(last(run).get(0).severity()).isEqualTo(Severity.SERIOUS);
  }

  private static List<Finding> last(Case run) throws Exception {
    return Ward.last(run.project(), Session.initialParameters(run.project()), run.steps());
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 42})
  void aFirstStepAsLongAsTheWeightsIsTooLong(long seed) throws Exception {
    Case sine = new Case(SickDraws.sample("sine-rnn"), 300).with(t -> t.withRate(0.5).withSeed(seed));
    assertThat(kinds(sine)).startsWith(Kind.RATE_TOO_HIGH);
  }

  @Test
  void oneLayerMayTakeALongFirstStep() throws Exception {
    assertThat(kinds(on("plane", SGD, 0.4, 300, 100, Loss.MSE, VALUE).seed(5))).isEmpty();
  }

  @Test
  void manyShortStepsOfManyLayersAreNotTooShort() throws Exception {
    assertThat(kinds(on("circles", SGD, 0.02, 10, 100, Loss.BINARY_CROSS_ENTROPY, deep(20, 8, Activation.RELU, CHANCE)).seed(608)))
        .isEmpty();
    assertThat(kinds(on("circles", SGD, 1e-4, 10, 100, Loss.BINARY_CROSS_ENTROPY, deep(20, 8, Activation.RELU, CHANCE)).seed(608)))
        .containsExactly(Kind.RATE_TOO_LOW);
  }

  @Test
  void byHeartIsAlsoWhatLeavesALowLoss() throws Exception {
    Case rises = on("breast-cancer", ADAM, 0.01, 16, 2500, Loss.BINARY_CROSS_ENTROPY, deep(2, 32, Activation.RELU, CHANCE))
        .data(d -> d.withShares(0.6, 0.1)).seed(3);
    assertThat(kinds(rises)).containsExactly(Kind.OVERFITTING);
    Case apart = on("auto-mpg", ADAM, 0.01, 16, 2500, Loss.MSE, deep(2, 64, Activation.RELU, VALUE)).data(d -> d.withShares(0.6, 0.3))
        .seed(3);
    assertThat(kinds(apart)).containsExactly(Kind.OVERFITTING);
  }

  @Test
  void aTellingOrderIsNoHighRate() throws Exception {
    Case names = new Case(SickDraws.sample("names-lstm"), 150).with(t -> t.withShuffle(false));
    assertThat(kinds(names)).containsExactly(Kind.NO_SHUFFLE);
  }

  @Test
  void whatAPenaltySilencesIsHeldBack() throws Exception {
    Case run = on("auto-mpg", ADAM, 0.01, 16, 900, Loss.MSE, Dense.of(16, Activation.RELU), VALUE).seed(4)
        .with(t -> t.withRegularization(new Regularization(1, 0, Regularization.Clip.NONE, 1)));
    assertThat(kinds(run)).containsExactly(Kind.UNDERFITTING);
  }

  @Test
  void aGradientVanishesBeforeAFewUnitsDie() throws Exception {
    assertThat(grown(on("breast-cancer", SGD, 0.1, 16, 100, Loss.BINARY_CROSS_ENTROPY, deep(15, 16, Activation.RELU, CHANCE)).seed(5), 0.3))
        .extracting(Finding::kind).startsWith(Kind.VANISHING);
  }

  @Test
  void aStateSaturatesAsUnitsDo() throws Exception {
    Case run = on("sine", ADAM, 0.001, 16, 150, Loss.MSE, SimpleRnn.of(12, false), VALUE).seed(5);
    assertThat(kinds(run)).isEmpty();
    List<Finding> found = grown(run, 20);
    Finding flat = found.stream().filter(finding -> finding.kind() == Kind.SATURATION).findFirst().orElseThrow();
    assertThat(Texts.ENGLISH.say(flat.sentence())).contains("rnn_1").contains("tanh");
  }

  @Test
  void shorterStepsAreTriedFirstOnlyWhereStepsHaveSaturatedTheUnits() throws Exception {
    Case calm = on("spirals", SGD, 0.01, 16, 150, Loss.BINARY_CROSS_ENTROPY, deep(2, 16, Activation.TANH, CHANCE)).seed(5);
    Finding large = grown(calm, 20).stream().filter(finding -> finding.kind() == Kind.SATURATION).findFirst().orElseThrow();
    assertThat(large.experiments().get(0).title().key()).isEqualTo("doctor.try.bend");
    Finding thrown = Ward.examine(on("spirals", ADAM, 1, 16, 150, Loss.BINARY_CROSS_ENTROPY, deep(2, 16, Activation.TANH, CHANCE)).seed(5))
        .stream()
        .filter(finding -> finding.kind() == Kind.SATURATION).findFirst().orElseThrow();
    assertThat(thrown.experiments().get(0).title().key()).isEqualTo("doctor.try.rate");
  }

  @Test
  void whereGradientsExplodeTheRateIsNotToBlame() throws Exception {
    Dense loud = new Dense(12, Activation.NONE, Init.of(Init.Kind.HE_NORMAL), true, true);
    Layer[] layers = deep(30, 12, Activation.NONE, VALUE);
    Arrays.fill(layers, 0, 30, loud);
    Case run = on("surface", SGD, 0.001, 16, 100, Loss.MSE, layers).seed(545);
    List<Finding> found = last(run);
    assertThat(found).extracting(Finding::kind).containsExactly(Kind.NOT_FINITE, Kind.EXPLODING);
    assertThat(found.get(0).why().key()).isEqualTo("doctor.not_finite.exploding.why");
    assertThat(found.get(0).experiments().get(0)).isEqualTo(found.get(1).experiments().get(0));
    Case fast = on("surface", SGD, 30, 16, 100, Loss.MSE, Dense.of(12, Activation.NONE), VALUE).seed(5);
    assertThat(last(fast)).extracting(finding -> finding.why().key()).containsExactly("remedy.reason.rate");
  }

  @Test
  void whereTheAnswersAreHugeTheRateIsNotToBlame() throws Exception {
    Case raw = Ward.onTable(Ward.table(200, 3, 5, (x, random) -> String.valueOf(4000 * x[0])), SGD, 1, 16, 100, Loss.MSE,
        Dense.of(16, Activation.NONE), VALUE).unscaled();
    Finding stopped = last(raw).get(0);
    assertThat(stopped.kind()).isEqualTo(Kind.NOT_FINITE);
    assertThat(stopped.cause()).contains(Kind.BAD_SCALING);
    assertThat(Texts.ENGLISH.say(stopped.why())).contains("The target y is about", "Gradients grow with the size of the targets");
    assertThat(stopped.experiments().get(0).edit().orElseThrow().change().apply(raw.project()).data().scaling())
        .isEqualTo(Scaling.STANDARDIZE);
  }

  @Test
  void aLayerThatIsSilentInEveryStepIsDeadHoweverFewExamplesWereHeard() throws Exception {
    Dense narrow = new Dense(1, Activation.RELU, Init.of(Init.Kind.HE_NORMAL), true, true);
    Case run = on("auto-mpg", SGD, 0.01, 4, 50, Loss.MSE, Dense.of(8, Activation.RELU), Dense.of(8, Activation.RELU), narrow, narrow, VALUE)
        .seed(5);
    List<Finding> found = silenced(run, "dense_3");
    assertThat(found).extracting(Finding::kind).containsExactly(Kind.DEAD_RELU);
    assertThat(Texts.ENGLISH.say(found.get(0).sentence())).contains("dense_3");
    assertThat(found.get(0).nodes()).containsExactly(4, 5);
  }

  @Test
  void hardlyAnExampleThroughASilentLayerIsNoLowRate() throws Exception {
    Dense[] layers = {Dense.of(10, Activation.RELU), Dense.of(10, Activation.RELU), Dense.of(3, Activation.RELU),
        Dense.of(1, Activation.RELU), CHANCE};
    Case run = on("circles", Nesterov.STANDARD, 0.001834484279393359, 8, 300, Loss.BINARY_CROSS_ENTROPY, layers).seed(762);
    assertThat(kinds(run)).containsExactly(Kind.DEAD_RELU);
    assertThat(kinds(run.with(t -> t.withBatch(64).withRate(0.1)))).doesNotContain(Kind.RATE_TOO_LOW);
  }

  @Test
  void oneSoftmaxUnitSendsNoGradientAndKillsNothing() throws Exception {
    Case run = on("moons", ADAM, 0.01, 32, 150, Loss.BINARY_CROSS_ENTROPY, Dense.of(16, Activation.RELU), Dense.of(1, Activation.SOFTMAX))
        .seed(5);
    assertThat(kinds(run)).containsExactly(Kind.WRONG_LOSS);
  }

  @Test
  void whatALossCannotReachIsToBlameForWhatComesOfIt() throws Exception {
    Case copies = new Case(SickDraws.sample("digits-autoencoder"), 150);
    Case spread = copies.data(d -> d.withScaling(Scaling.STANDARDIZE));
    List<Finding> found = last(spread);
    assertThat(found.get(0).kind()).isEqualTo(Kind.WRONG_LOSS);
    assertThat(found.get(0).sentence().key()).isEqualTo("doctor.wrong_loss.chances");
    Network squared = spread.project().network();
    int end = squared.objective().output().id();
    Case values = new Case(spread.project().withNetwork(n -> n.with(end, node -> node.withLayer(Output.of(Loss.MSE)))), 50);
    assertThat(last(values).get(0).sentence().key()).isEqualTo("doctor.wrong_loss.range");
    assertThat(kinds(copies)).isEmpty();
  }

  @Test
  void aLineIsKnownToBeALineAfterAFewEpochs() throws Exception {
    assertThat(kinds(on("spirals", ADAM, 0.05, 16, 300, Loss.BINARY_CROSS_ENTROPY, CHANCE).seed(5))).containsExactly(Kind.UNDERFITTING);
    assertThat(kinds(on("plane", ADAM, 0.05, 16, 300, Loss.MSE, VALUE).seed(5))).isEmpty();
  }

  @Test
  void aLossThatRisesAFifthWhileNothingIsLeftToLearnIsByHeart() throws Exception {
    Case few = on("digits", ADAM, 0.01, 16, 1500, Loss.CROSS_ENTROPY, new Flatten(), Dense.of(128, Activation.RELU),
        Dense.of(10, Activation.SOFTMAX))
        .data(d -> d.withShares(0.45, 0.45));
    assertThat(kinds(few)).containsExactly(Kind.OVERFITTING);
  }

  @Test
  void theRateThatIsNamedIsTheOneThatWasSet() throws Exception {
    Case cosine = new Case(SickDraws.sample("sine-rnn"), 300).with(t -> t.withRate(0.5).withSeed(7).withEpochs(19));
    assertThat(last(cosine)).extracting(finding -> Texts.ENGLISH.say(finding.why())).first().asString().contains("With rate 0.5 ");
  }

  @Test
  void allLayersThatBeganAlikeAreDrawnAnewTogether() throws Exception {
    Dense same = new Dense(8, Activation.TANH, Init.constant(0.2), true, true);
    Finding first = Ward.examine(on("wine", SGD, 0.05, 16, 50, Loss.CROSS_ENTROPY, same, same, Dense.of(3, Activation.SOFTMAX)).seed(7))
        .get(0);
    assertThat(first.kind()).isEqualTo(Kind.SYMMETRY);
    assertThat(Texts.ENGLISH.say(first.experiments().get(0).title())).isEqualTo("Random initial weights in dense_1, dense_2");
  }
}
