package studio.backprop.run.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Dense;
import studio.backprop.network.Network;
import studio.backprop.observe.Example;
import studio.backprop.observe.Snapshot;
import studio.backprop.observe.SnapshotPublisher;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Project;
import studio.backprop.run.time.RunDiff.Judged;
import studio.backprop.run.time.RunDiff.OfNode;
import studio.backprop.run.time.RunDiff.Only;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.metric.Metrics;

class RunDiffTest {
  private static final int STEPS = 12;
  private static final Example EXAMPLE = new Example(Part.VALIDATION, 3);

  private final Kernels kernels = KernelChoice.create(1);

  private Session trained(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, kernels, Session.initialParameters(project));
    for (int step = 0; step < STEPS; step++) {
      assertThat(session.step()).isTrue();
    }
    return session;
  }

  private static Project faster(Project project) {
    return project.withTraining(training -> training.withRate(2 * training.rate()));
  }

  private static RunDiff between(Session a, Session b) {
    return RunDiff.between(Replica.of(a, null), Replica.of(b, null), true, EXAMPLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"circles", "digits-cnn", "names-lstm", "auto-mpg"})
  void theNumbersOfANodeAreThoseOfTheTwoRunsBitByBit(String name) throws Exception {
    Session a = trained(SampleProject.of(name));
    Session b = trained(faster(SampleProject.of(name)));
    Snapshot seenA = look(a);
    Snapshot seenB = look(b);
    RunDiff difference = between(a, b);
    assertThat(difference.step()).isEqualTo(STEPS);
    assertThat(difference.nodes()).hasSameSizeAs(a.project().network().nodes());
    for (OfNode node : difference.nodes()) {
      int id = node.b().orElseThrow().id();
      node.output().ifPresent(output -> {
        assertThat(output.a()).as(node.name()).containsExactly(seenA.activations().output(id));
        assertThat(output.b()).as(node.name()).containsExactly(seenB.activations().output(id));
      });
      node.weights().ifPresent(weights -> {
        assertThat(weights.a()).as(node.name()).containsExactly(numbers(a.parameters().find(id, weights.spec().name()).orElseThrow()));
        assertThat(weights.b()).as(node.name()).containsExactly(numbers(b.parameters().find(id, weights.spec().name()).orElseThrow()));
      });
    }
  }

  private static Snapshot look(Session session) {
    SnapshotPublisher publisher = new SnapshotPublisher(session);
    publisher.choose(EXAMPLE);
    publisher.show();
    return publisher.mailbox().take();
  }

  private static float[] numbers(Parameter parameter) {
    float[] numbers = new float[parameter.tensor().count()];
    parameter.tensor().copyTo(numbers);
    return numbers;
  }

  @Test
  void weightsAreApartByTheNormOfTheirDifferenceOverTheNormOfA() throws Exception {
    Session a = trained(SampleProject.of("circles"));
    Session b = trained(faster(SampleProject.of("circles")));
    RunDiff difference = between(a, b);
    for (OfNode node : difference.nodes()) {
      double apart = 0;
      double size = 0;
      for (Parameter ofA : a.parameters().of(node.b().orElseThrow().id())) {
        float[] before = numbers(ofA);
        float[] now = numbers(b.parameters().find(ofA.node(), ofA.name()).orElseThrow());
        for (int i = 0; i < before.length; i++) {
          apart += Math.pow((double) now[i] - before[i], 2);
          size += Math.pow(before[i], 2);
        }
      }
      double expected = size == 0 ? Double.NaN : Math.sqrt(apart / size);
      assertThat(node.weightsApart()).as(node.name()).isEqualTo(Double.valueOf(expected));
    }
  }

  @Test
  void signalsAreComparedOverAllValidationExamples() throws Exception {
    Session a = trained(SampleProject.of("circles"));
    Session b = trained(faster(SampleProject.of("circles")));
    RunDiff difference = between(a, b);
    PreparedData data = a.data();
    int last = a.project().network().objective().output().id();
    int node = a.project().network().sources(last).get(0).id();
    double apart = 0;
    double size = 0;
    for (int row = 0; row < data.rows(Part.VALIDATION); row++) {
      float[] input = new float[data.dataset().width()];
      data.copyInput(Part.VALIDATION, row, input, 0);
      float ofA = Replica.of(a, null).answer(input, 0, 1).output(node).orElseThrow().get(0, 0);
      float ofB = Replica.of(b, null).answer(input, 0, 1).output(node).orElseThrow().get(0, 0);
      apart += Math.pow((double) ofB - ofA, 2);
      size += Math.pow(ofA, 2);
    }
    assertThat(difference.seen()).isEqualTo(data.rows(Part.VALIDATION));
    assertThat(difference.of(a.project().network().node(node).name()).orElseThrow().outputApart())
        .isCloseTo(Math.sqrt(apart / size), withPercentage(1e-4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits-cnn", "auto-mpg"})
  void bothAreJudgedAsTheirOwnSessionsJudgeThem(String name) throws Exception {
    Session a = trained(SampleProject.of(name));
    Session b = trained(faster(SampleProject.of(name)));
    Judged judged = between(a, b).judged();
    Only only = judged.only().orElseThrow();
    assertThat(judged.a().scores()).isEqualTo(a.evaluate(Part.VALIDATION));
    assertThat(judged.b().scores()).isEqualTo(b.evaluate(Part.VALIDATION));
    assertThat(judged.b().right() - judged.a().right()).as("what only one has right").isEqualTo(only.b() - only.a());
    if (name.equals("digits-cnn")) {
      assertThat(judged.a().answers()).isEqualTo(a.data().rows(Part.VALIDATION));
      assertThat(judged.a().right() / (double) judged.a().answers()).isEqualTo(judged.a().scores().accuracy());
      assertThat(only.a() + only.b()).isPositive();
    } else {
      assertThat(judged.a().answers()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"circles", "digits-cnn"})
  void twinsDifferNowhere(String name) throws Exception {
    RunDiff difference = between(trained(SampleProject.of(name)), trained(SampleProject.of(name)));
    for (OfNode node : difference.nodes()) {
      assertThat(node.weightsApart()).as(node.name()).isIn(0.0, Double.NaN);
      assertThat(node.outputApart()).as(node.name()).isIn(0.0, Double.NaN);
    }
    assertThat(difference.judged().only()).contains(new Only(0, 0));
    assertThat(difference.judged().a()).isEqualTo(difference.judged().b());
  }

  @Test
  void nodesOfOtherNetworksMeetByTheirNames() throws Exception {
    Project circles = SampleProject.of("circles");
    Session a = trained(circles);
    Network network = circles.network();
    int first = network.named("dense_1").orElseThrow().id();
    int second = network.named("dense_2").orElseThrow().id();
    Session b = trained(circles.withNetwork(n -> n
        .with(first, node -> node.withLayer(Dense.of(5, ((Dense) node.layer()).activation())))
        .with(second, node -> node.withName("another"))));
    RunDiff difference = between(a, b);
    OfNode resized = difference.of("dense_1").orElseThrow();
    assertThat(resized.inBoth()).isTrue();
    assertThat(resized.output()).isEmpty();
    assertThat(resized.outputApart()).isNaN();
    assertThat(difference.of("another").orElseThrow().a()).isEmpty();
    assertThat(difference.of("dense_2").orElseThrow().b()).isEmpty();
  }

  @Test
  void anEvaluatorTellsOfEachAnswerWhetherItIsRight() throws Exception {
    Session session = trained(SampleProject.of("digits-cnn"));
    Replica replica = Replica.of(session, null);
    Evaluator reader = replica.reader(replica.data(), Part.VALIDATION);
    int right = 0;
    int known = 0;
    for (int batch = 0; batch < reader.batches(); batch++) {
      for (boolean one : reader.right(reader.run(batch))) {
        right += one ? 1 : 0;
        known++;
      }
    }
    Metrics scores = reader.scores();
    assertThat(right / (double) known).isEqualTo(scores.accuracy());
    assertThat(known).isEqualTo(session.data().rows(Part.VALIDATION));
  }
}
