package studio.backprop.ui.inside.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.SequenceSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Gru;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MultiHeadAttention;
import studio.backprop.layer.Output;
import studio.backprop.layer.PaddingMask;
import studio.backprop.layer.RecurrentLayer;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.network.Network;
import studio.backprop.observe.CustomInput;
import studio.backprop.observe.Example;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.ShadowRun;
import studio.backprop.observe.Snapshot;
import studio.backprop.observe.SnapshotPublisher;
import studio.backprop.op.Recurrent;
import studio.backprop.op.ScaledDotProductAttention;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.Session;
import studio.backprop.ui.inside.lens.attention.AttentionNumbers;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers.Kind;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers.Sum;

/**
 * What the lenses of sequences show is what a live engine computed, and what its weights give when everything is worked out anew in double
 * precision.
 */
class LiveLensTest {
  private static final Kernels KERNELS = KernelChoice.create(1);
  private static final int NODE = 3;
  private static final double CLOSE = 2e-6;

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  static Stream<Layer> recurrent() {
    Lstm lstm = Lstm.of(7, false);
    Gru gru = Gru.of(6, false);
    SimpleRnn simple = SimpleRnn.of(5, false);
    return Stream.of(
        lstm, gru, simple, new Lstm(4, false, true, 0, lstm.init(), true), new Gru(4, false, true, 0, gru.init(), true),
        new SimpleRnn(4, false, true, 0, simple.init(), true));
  }

  static Stream<Layer> attentions() {
    return Stream.of(MultiHeadAttention.of(2, false), MultiHeadAttention.of(1, true));
  }

  /** The layer behind an embedding of letters; of a name where a mask hides the padding. */
  private static Session trained(Layer layer, boolean masked, int steps) throws DataProblem {
    Network network = Network.EMPTY.add(Input.row(12), 0, 0).add(Embedding.of(masked ? 29 : 9, 6), 1, 0).add(layer, 2, 0);
    int last = NODE;
    if (layer instanceof MultiHeadAttention) {
      network = network.add(new Flatten(), 3, 0).wire(NODE, 4);
      last = 4;
    }
    network = network.add(masked ? Dense.of(1, Activation.SIGMOID) : Dense.of(3, Activation.SOFTMAX), 4, 0)
        .add(Output.of(masked ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY), 5, 0).wire(1, 2).wire(2, NODE).wire(last, last + 1)
            .wire(last + 1, last + 2);
    if (masked) {
      network = network.add(new PaddingMask(0), 1, 1).wire(1, last + 3).wire(last + 3, NODE);
    }
    DataSettings settings = DataSettings.of(masked ? "names" : "recall").withPoints(120)
        .withSequence(SequenceSettings.USUAL.withLength(12));
    Project project = new Project(network, settings, Optional.empty(), TrainingSettings.STANDARD.withBatch(16));
    Session session = new Session(project, PreparedData.load(settings, Optional.empty(), Progress.NONE), KERNELS,
        Session.initialParameters(project));
    for (int step = 0; step < steps; step++) {
      session.step();
    }
    return session;
  }

  private static Snapshot look(Session session, Example example) {
    SnapshotPublisher publisher = new SnapshotPublisher(session);
    publisher.choose(example);
    publisher.lookInto(NODE);
    publisher.show();
    return publisher.mailbox().take();
  }

  private static List<OpLook> ops(NodeTrace inside, Class<?> kind) {
    return inside.example().stream().filter(op -> kind.isAssignableFrom(op.kind())).toList();
  }

  private static List<RecurrentNumbers> numbers(Layer layer, boolean masked) throws DataProblem {
    NodeTrace inside = look(trained(layer, masked, 3), new Example(Part.TRAIN, 2)).inside().orElseThrow();
    List<OpLook> ops = ops(inside, Recurrent.class);
    return IntStream.range(0, ops.size()).mapToObj(i -> RecurrentNumbers.of(ops.get(i), i == 1).orElseThrow()).toList();
  }

  private static double sigma(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static double bent(RecurrentNumbers of, String sign, int step, int unit) {
    Sum sum = of.sum(of.place(sign), step, unit).orElseThrow();
    if (sign.equals("n")) {
      double reset = bent(of, "r", step, unit);
      return Math.tanh(sum.input() + sum.inputBias() + reset * (sum.state() + sum.stateBias()));
    }
    return sign.equals("g") || sign.equals("h") ? Math.tanh(sum.all()) : sigma(sum.all());
  }

  /** The state after a step, worked out from the weights and the state before it. */
  private static double state(RecurrentNumbers of, int step, int unit) {
    double before = of.states().values()[of.before(step, unit)];
    return switch (of.kind()) {
      case SIMPLE -> bent(of, "h", step, unit);
      case GRU -> (1 - bent(of, "z", step, unit)) * bent(of, "n", step, unit) + bent(of, "z", step, unit) * before;
      case LSTM -> bent(of, "o", step, unit) * Math.tanh(cell(of, step, unit));
    };
  }

  private static double cell(RecurrentNumbers of, int step, int unit) {
    return bent(of, "f", step, unit) * of.cells().values()[of.before(step, unit)] + bent(of, "i", step, unit) * bent(of, "g", step, unit);
  }

  @ParameterizedTest
  @MethodSource("recurrent")
  void everyGateCellAndStateIsWhatTheWeightsGiveInDoublePrecision(Layer layer) throws DataProblem {
    for (RecurrentNumbers of : numbers(layer, false)) {
      for (int step = 0; step < of.steps(); step++) {
        for (int unit = 0; unit < of.units(); unit++) {
          for (RecurrentNumbers.Gate gate : of.gates()) {
            assertThat((double) of.gate(gate.sign(), step, unit)).isCloseTo(bent(of, gate.sign(), step, unit), within(CLOSE));
          }
          if (of.kind() == Kind.LSTM) {
            assertThat((double) of.cells().values()[of.after(step, unit)]).isCloseTo(cell(of, step, unit), within(CLOSE));
          }
          assertThat((double) of.states().values()[of.after(step, unit)]).isCloseTo(state(of, step, unit), within(CLOSE));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("recurrent")
  void theGradientThatIsShownGoingBackIsThatOfTheChainRule(Layer layer) throws DataProblem {
    for (boolean masked : new boolean[] {false, true}) {
      for (RecurrentNumbers of : numbers(layer, masked)) {
        for (int back = 0; back + 1 < of.counting(); back++) {
          int later = of.stepBack(back);
          int earlier = of.stepBack(back + 1);
          for (int unit = 0; unit < of.units(); unit++) {
            double shown = of.states().grads()[of.after(earlier, unit)];
            double expected = sentBack(of, later, unit);
            assertThat(shown).isCloseTo(expected, within(1e-4 * Math.abs(expected) + 1e-8));
          }
        }
      }
    }
  }

  /** ∂L/∂h before a step, from the gradients of what the step makes. */
  private static double sentBack(RecurrentNumbers of, int step, int unit) {
    double sum = 0;
    for (int other = 0; other < of.units(); other++) {
      double dh = of.states().grads()[of.after(step, other)];
      double h = of.states().values()[of.after(step, other)];
      sum += switch (of.kind()) {
        case SIMPLE -> weight(of, 0, other, unit) * dh * (1 - h * h);
        case GRU -> gru(of, step, other, unit, dh);
        case LSTM -> lstm(of, step, other, unit);
      };
    }
    return sum;
  }

  private static double weight(RecurrentNumbers of, int place, int row, int column) {
    return of.learned().orElseThrow().state().values()[(place * of.units() + row) * of.units() + column];
  }

  private static double gru(RecurrentNumbers of, int step, int other, int unit, double dh) {
    double r = of.gate("r", step, other);
    double z = of.gate("z", step, other);
    double n = of.gate("n", step, other);
    double before = of.states().values()[of.before(step, other)];
    Sum candidate = of.sum(2, step, other).orElseThrow();
    double dn = dh * (1 - z) * (1 - n * n);
    double dz = dh * (before - n) * z * (1 - z);
    double dr = dn * (candidate.state() + candidate.stateBias()) * r * (1 - r);
    return weight(of, 0, other, unit) * dr + weight(of, 1, other, unit) * dz + weight(of, 2, other, unit) * dn * r
        + (other == unit ? dh * z : 0);
  }

  private static double lstm(RecurrentNumbers of, int step, int other, int unit) {
    double dh = of.states().grads()[of.after(step, other)];
    double dc = of.cells().grads()[of.after(step, other)];
    double i = of.gate("i", step, other);
    double f = of.gate("f", step, other);
    double g = of.gate("g", step, other);
    double o = of.gate("o", step, other);
    double bent = Math.tanh(of.cells().values()[of.after(step, other)]);
    return weight(of, 0, other, unit) * dc * g * i * (1 - i)
        + weight(of, 1, other, unit) * dc * of.cells().values()[of.before(step, other)] * f * (1 - f)
        + weight(of, 2, other, unit) * dc * i * (1 - g * g)
        + weight(of, 3, other, unit) * dh * bent * o * (1 - o);
  }

  @Test
  void whatArrivesAtTheFirstStepIsTheRatioOfTheNormsThatAreShown() throws DataProblem {
    RecurrentNumbers of = numbers(Lstm.of(7, false), false).get(0);
    assertThat(of.weaker(of::cellNorm)).isEqualTo(of.cellNorm(11) / of.cellNorm(0));
    assertThat(of.weaker(of::stateNorm)).isEqualTo(of.stateNorm(11) / of.stateNorm(0));
  }

  @ParameterizedTest
  @MethodSource("attentions")
  void everyRowOfAttentionIsTheSoftmaxOfItsScoresAndAddsUpToOne(Layer layer) throws DataProblem {
    NodeTrace inside = look(trained(layer, false, 3), Example.FIRST).inside().orElseThrow();
    boolean causal = ((MultiHeadAttention) layer).causal();
    AttentionNumbers of = AttentionNumbers.of(ops(inside, ScaledDotProductAttention.class).get(0), causal).orElseThrow();
    for (int head = 0; head < of.heads(); head++) {
      for (int query = 0; query < of.queries(); query++) {
        AttentionNumbers.Row row = of.row(head, query, of.keys());
        double slopes = 0;
        for (AttentionNumbers.Term term : row.terms()) {
          assertThat(term.weight()).isCloseTo(term.power() / row.sum(), within(CLOSE));
          slopes += of.gradients()[of.at(head, query, term.key())];
        }
        assertThat(row.terms().stream().mapToDouble(AttentionNumbers.Term::weight).sum()).isCloseTo(1, within(CLOSE));
        assertThat(slopes).as("a softmax only shifts shares").isCloseTo(0, within(1e-6));
        assertThat(row.terms()).hasSize(causal ? query + 1 : of.keys());
      }
    }
  }

  @Test
  void aTextThatIsTypedTakesTheSamePassAsTheExamples() throws DataProblem {
    Session session = trained(MultiHeadAttention.of(2, false), false, 3);
    Example example = new Example(Part.VALIDATION, 1);
    Snapshot seen = look(session, example);
    float[] tokens = new float[12];
    session.data().copyRawInput(Part.VALIDATION, 1, tokens);
    CustomInput guest = CustomInput.of(session, tokens, new int[] {session.data().classOf(Part.VALIDATION, 1)}, NODE);
    assertThat(guest.prediction()).isEqualTo(seen.activations().prediction());
    assertThat(guest.loss()).isEqualTo(seen.activations().loss());
    OpLook own = ops(guest.inside(), ScaledDotProductAttention.class).get(0);
    OpLook shown = ops(seen.inside().orElseThrow(), ScaledDotProductAttention.class).get(0);
    assertThat(own.inner("weights").orElseThrow().values()).isEqualTo(shown.inner("weights").orElseThrow().values());
    assertThat(own.inner("scores").orElseThrow().grads()).isEqualTo(shown.inner("scores").orElseThrow().grads());
  }

  @Test
  void theFirstStepsOfACausalAttentionDoNotHearOfWhatFollows() throws DataProblem {
    Session session = trained(MultiHeadAttention.of(2, true), false, 3);
    AttentionNumbers whole = weights(session, new float[] {3, 6, 7, 8, 6, 7, 8, 6, 7, 8, 6, 2});
    AttentionNumbers cut = weights(session, new float[] {3, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0});
    assertThat(cut.cropped(4).weights()).isEqualTo(whole.cropped(4).weights());
    assertThat(cut.cropped(4).at(1, 3, 3)).isEqualTo(31);
  }

  private static AttentionNumbers weights(Session session, float[] tokens) {
    CustomInput guest = CustomInput.of(session, tokens, new int[] {-1}, NODE);
    return AttentionNumbers.of(ops(guest.inside(), ScaledDotProductAttention.class).get(0), true).orElseThrow();
  }

  @Test
  void theSimpleRnnBesideTheRunIsTheOneThatIsTrainedAlone() throws DataProblem {
    Session run = trained(Lstm.of(7, false), false, 3);
    Project changed = run.project()
        .withNetwork(network -> network.with(NODE, node -> node.withLayer(RecurrentLayer.withoutGates(node.layer()).orElseThrow())));
    ShadowRun beside = ShadowRun.of(run, changed).orElseThrow();
    beside.goTo(20, Progress.NONE);
    Session alone = trained(SimpleRnn.of(7, false), false, 20);
    Snapshot seen = look(alone, Example.FIRST);
    ShadowRun.Look look = beside.look(Example.FIRST, NODE);
    assertThat(look.step()).isEqualTo(20);
    assertThat(look.prediction()).isEqualTo(seen.activations().prediction());
    float[] states = ops(look.inside(), Recurrent.class).get(0).inner("states").orElseThrow().grads();
    assertThat(states).isEqualTo(ops(seen.inside().orElseThrow(), Recurrent.class).get(0).inner("states").orElseThrow().grads());
  }
}
