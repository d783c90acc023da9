package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.observe.SnapshotPublisher;
import studio.backprop.optim.Sgd;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.Agent;
import studio.backprop.project.Assignment;
import studio.backprop.project.GanObjective;
import studio.backprop.project.LatentNoise;
import studio.backprop.project.Project;
import studio.backprop.project.Supervised;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.WhoTrains;
import studio.backprop.project.agent.ActorCritic;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.Ppo;
import studio.backprop.project.agent.QLearning;
import studio.backprop.project.agent.Reinforce;
import studio.backprop.project.agent.Sarsa;

/** What every kind of training promises: the same bits from the same seed, whatever is watched, stopped, stepped through or restored. */
class RegimeBatteryTest {
  private static final Kernels ONE = KernelChoice.create(1);
  private static final Kernels TWO = KernelChoice.create(2);
  private static final int STEPS = 13;

  record Kind(String name, Project project) {
    @Override
    public String toString() {
      return name;
    }

    Session session(Kernels kernels, boolean watched) {
      try {
        PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
        return watched
            ? new Session(project, data, kernels, Session.initialParameters(project))
            : Session.unwatched(project, data, kernels, Session.initialParameters(project));
      } catch (DataProblem e) {
        throw new IllegalStateException(e);
      }
    }

    /** Whether somebody moves the parameters of a node. */
    boolean trains(int node) {
      if (!(project.assignment() instanceof Adversarial own)) {
        return true;
      }
      boolean made = AdversarialRoles.of(project.network()).orElseThrow().generator().contains(node);
      return made ? own.settings().trains().generator() : own.settings().trains().discriminator();
    }

    Kind with(UnaryOperator<TrainingSettings> change) {
      return new Kind(name, project.withTraining(change));
    }
  }

  @AfterAll
  static void close() {
    ONE.close();
    TWO.close();
  }

  static Stream<Kind> kinds() {
    TrainingSettings training = TrainingSettings.STANDARD.withBatch(16).withEpochs(4);
    DataSettings circles = DataSettings.of("circles").withPoints(90);
    DataSettings ring = DataSettings.of("ring").withPoints(90).withNoise(0.02).withScaling(Scaling.NONE);
    Project adversarial = new Project(againstEachOther(Loss.BINARY_CROSS_ENTROPY), new Adversarial(ring, Optional.empty()), training);
    return Stream.of(agents(), Stream.of(
        new Kind("supervised", new Project(classifier(), new Supervised(circles, Optional.empty()), training)),
        new Kind("adversarial", adversarial)), otherwise(adversarial)).flatMap(kinds -> kinds);
  }

  /** Two networks that learn against each other, in all ways. */
  private static Stream<Kind> otherwise(Project adversarial) {
    return Stream.of(
        otherwise("minimax", adversarial, usual -> usual.withObjective(GanObjective.MINIMAX)),
        otherwise("least squares", adversarial.withNetwork(network -> againstEachOther(Loss.MSE)),
            usual -> usual.withObjective(GanObjective.LEAST_SQUARES)),
        otherwise("three steps of the discriminator, smoothed, uniform", adversarial,
            usual -> usual.withDiscriminatorSteps(3).withRealLabel(0.9).withNoise(LatentNoise.UNIFORM)),
        otherwise("discriminator only", adversarial, usual -> usual.withTrains(WhoTrains.DISCRIMINATOR)),
        otherwise("generator only", adversarial, usual -> usual.withTrains(WhoTrains.GENERATOR)),
        new Kind("discriminator's own optimizer", adversarial.withAssignment(usual -> ((Adversarial) usual)
            .withSettings(own -> own.withDiscriminatorRate(0.02)).withDiscriminator(Optional.of(new Sgd(0.01))))));
  }

  private static Kind otherwise(String name, Project project, UnaryOperator<AdversarialSettings> change) {
    return new Kind(name, project.withAssignment(usual -> ((Adversarial) usual).withSettings(change)));
  }

  /** Each method, with rounds that begin and go on within the steps, and episodes that end in them. */
  private static Stream<Kind> agents() {
    TrainingSettings online = TrainingSettings.STANDARD.withBatch(1).withEpochs(4);
    TrainingSettings training = online.withBatch(16);
    Dqn memory = new Dqn(0.99, false, 1, 0.1, 50, 40, 20, 8, 4, 3, 0);
    return Stream.of(
        agent("Q-learning", "cliff", new QLearning(0.9, 0.5, 0.1, 10), values(48, 4), 4, online),
        agent("SARSA", "grid", new Sarsa(0.9, 0.5, 0.1, 10), values(40, 4), 4, online),
        agent("DQN", "cartpole", memory, values(4, 2), 16, training),
        agent("double DQN that follows", "mountain-car", new Dqn(0.99, true, 1, 0.1, 50, 2000, 1100, 5, 2, 3, 0.1), values(2, 3), 10,
            training),
        agent("REINFORCE", "bandit", new Reinforce(0.9, 4, 8, 0.01), policy(1, 3, Loss.POLICY_GRADIENT, false), 64, training),
        agent("actor-critic", "cartpole", new ActorCritic(0.9, 0.9, 4, 16, 0.01), policy(4, 2, Loss.POLICY_GRADIENT, true), 64, training),
        agent("PPO", "acrobot", new Ppo(0.9, 0.9, 4, 8, 3, 0.1, 0.01), policy(6, 3, Loss.PPO_CLIP, true), 64, training));
  }

  private static Kind agent(String name, String world, AgentMethod method, Network network, int look, TrainingSettings training) {
    DataSettings states = DataSettings.of(world).withPoints(40).withScaling(Scaling.NONE);
    return new Kind(name, new Project(network, new Agent(states, method, look), training));
  }

  private static Network values(int seen, int actions) {
    return chain(Network.EMPTY, Input.row(seen), Dense.of(8, Activation.TANH), Dense.of(actions, Activation.NONE), Output.of(Loss.HUBER));
  }

  private static Network policy(int seen, int actions, Loss loss, boolean critic) {
    Network actor = chain(Network.EMPTY, Input.row(seen), Dense.of(8, Activation.TANH), Dense.of(actions, Activation.NONE),
        Output.of(loss));
    return critic
        ? actor.add(Dense.of(8, Activation.TANH), 5, 1).add(Dense.of(1, Activation.NONE), 6, 1).add(Output.of(Loss.MSE), 7, 1)
            .wire(1, 5).wire(5, 6).wire(6, 7)
        : actor;
  }

  private static Network classifier() {
    return chain(Network.EMPTY, Input.row(2), Dense.of(8, Activation.RELU), new BatchNorm(0.1, 1e-5, true), new Dropout(0.2),
        Dense.of(1, Activation.SIGMOID),
        Output.of(Loss.BINARY_CROSS_ENTROPY));
  }

  /** A generator with batch normalization, and a discriminator with noise before it. */
  private static Network againstEachOther(Loss loss) {
    Network generator = chain(Network.EMPTY, Input.row(2), Dense.of(8, Activation.RELU), new BatchNorm(0.1, 1e-5, true),
        Dense.of(2, Activation.NONE));
    int generated = generator.nextId() - 1;
    Network both = generator.add(Input.row(2), 0, 1);
    int real = both.nextId() - 1;
    both = both.add(new BatchConcat(), 5, 0);
    int meeting = both.nextId() - 1;
    both = both.wire(real, meeting).wire(generated, meeting);
    int last = meeting;
    for (Layer layer : List.of(new GaussianNoise(0.1), Dense.of(8, Activation.RELU), Dense.of(1, Activation.SIGMOID),
        Output.of(loss))) {
      both = both.add(layer, last + 1, 0).wire(last, last + 1);
      last++;
    }
    return both;
  }

  private static Network chain(Network begun, Layer... layers) {
    Network network = begun;
    for (Layer layer : layers) {
      network = network.add(layer, network.nextId(), 0);
      int id = network.nextId() - 1;
      network = id > 1 ? network.wire(id - 1, id) : network;
    }
    return network;
  }

  private static String run(Session session, int steps, Consumer<Session> step) {
    while (session.steps() < steps) {
      step.accept(session);
    }
    return session.parameters().sha256();
  }

  private static String straight(Kind kind) {
    return run(kind.session(ONE, false), STEPS, Session::step);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSameSeedGivesTheSameBitsOnOneThreadAndOnTwo(Kind kind) {
    assertThat(straight(kind)).isEqualTo(straight(kind)).isEqualTo(run(kind.session(TWO, false), STEPS, Session::step));
    assertThat(straight(kind.with(training -> training.withSeed(7)))).isNotEqualTo(straight(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsWatchedLearnsTheSame(Kind kind) {
    Session watched = kind.session(ONE, true);
    watched.measure(watched.parameters().learned().stream().map(Parameter::node).distinct().toList());
    SnapshotPublisher publisher = new SnapshotPublisher(watched);
    String bits = run(watched, STEPS, session -> {
      session.step();
      publisher.show();
      publisher.mailbox().giveBack(publisher.mailbox().take());
    });
    assertThat(bits).isEqualTo(straight(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void opByOpComesToTheSame(Kind kind) {
    assertThat(run(kind.session(ONE, true), STEPS, Session::advance)).isEqualTo(straight(kind));
    assertThat(run(kind.session(ONE, true), STEPS, Session::advanceLayer)).isEqualTo(straight(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void goingBackWithinAStepChangesNothing(Kind kind) {
    Session session = kind.session(ONE, true);
    run(session, STEPS - 1, Session::step);
    session.advance();
    int all = session.cursor().orElseThrow().of();
    assertThat(session.nextStep().course()).hasSize(all);
    for (int number = all - 1; number >= 1; number--) {
      session.goToOp(number);
      assertThat(session.cursor().map(Cursor::number)).contains(number);
      assertThat(session.cursor()).contains(session.nextStep().course().get(number - 1));
    }
    assertThat(run(session, STEPS, Session::step)).isEqualTo(straight(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyCheckpointGoesOnAsTheRunDid(Kind kind) {
    Session session = kind.session(ONE, true);
    List<Checkpoint> checkpoints = new ArrayList<>(List.of(session.checkpoint()));
    run(session, STEPS, running -> {
      running.advance();
      int half = running.cursor().orElseThrow().of() / 2;
      running.goToOp(half);
      checkpoints.add(running.checkpoint()); // in the midst of a step: as it was before
      running.step();
      checkpoints.add(running.checkpoint());
    });
    for (Checkpoint then : checkpoints) {
      Session other = kind.session(ONE, false);
      run(other, 5, Session::step);
      other.restore(then);
      assertThat(other.steps()).isEqualTo(then.step());
      assertThat(run(other, STEPS, Session::step)).isEqualTo(straight(kind));
    }
  }

  /** A loss that is no number any more was led to by the last move, which is taken back; a gradient or a weight by this step alone. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aFaultLeavesTheWeightsOfAGoodStep(Kind kind) {
    Session session = kind.session(ONE, true);
    run(session, 5, Session::step);
    session.setRate(kind.project.assignment() instanceof Agent ? 3e38 : 1e30); // values may be that large, and a move can pass all floats
    List<List<Float>> good = new ArrayList<>(List.of(weights(session)));
    while (session.step()) {
      good.add(weights(session));
    }
    assertThat(session.fault()).isPresent();
    assertThat(good.subList(Math.max(0, good.size() - 2), good.size())).contains(weights(session));
    assertThat(session.parameters().all()).allSatisfy(parameter -> {
      for (float value : parameter.tensor().values()) {
        assertThat(value).isFinite();
      }
    });
    session.forgive();
    session.setRate(0.001);
    assertThat(session.step()).isTrue();
  }

  private static List<Float> weights(Session session) {
    List<Float> all = new ArrayList<>();
    session.parameters().learned().forEach(parameter -> {
      for (float value : parameter.tensor().values()) {
        all.add(value);
      }
    });
    return all;
  }

  @Test
  void aFaultInTheSecondTurnTakesBackTheFirstLearnersMove() {
    Kind adversarial = kinds().filter(kind -> kind.project.assignment() instanceof Adversarial).findFirst().orElseThrow();
    Session session = adversarial.session(ONE, true);
    run(session, 5, Session::step);
    String before = session.parameters().sha256();
    session.setRate(1e30); // the discriminator moves so far that the generator has no gradient that is a number
    assertThat(session.step()).isFalse();
    assertThat(session.fault()).isPresent();
    assertThat(session.parameters().sha256()).isEqualTo(before);
  }

  @Test
  void aFaultInTheFirstStepLeavesTheRunningNumbersAsTheyWere() {
    Kind supervised = kinds().filter(kind -> kind.project.assignment() instanceof Supervised).findFirst().orElseThrow();
    Session session = supervised.session(ONE, true);
    String before = session.parameters().sha256();
    session.parameters().learned().get(0).tensor().values()[0] = Float.NaN;
    assertThat(session.step()).isFalse();
    session.parameters().learned().get(0).tensor().values()[0] = Session.initialParameters(supervised.project).learned().get(0).tensor()
        .values()[0];
    assertThat(session.parameters().sha256()).isEqualTo(before);
  }

  @Test
  void everyKindOfTrainingIsInTheBattery() {
    assertThat(kinds().<Class<?>>map(kind -> kind.project.assignment().getClass()).distinct())
        .containsExactlyInAnyOrder(Assignment.class.getPermittedSubclasses());
  }

  @Test
  void everyMethodOfAnAgentIsInTheBattery() {
    assertThat(kinds().map(kind -> kind.project.assignment()).filter(Agent.class::isInstance)
        .map(agent -> MethodCatalog.typeOf(((Agent) agent).method())).distinct())
        .containsExactlyInAnyOrderElementsOf(MethodCatalog.types());
  }

  /** Whoever looks at the next step does not live through it. */
  @ParameterizedTest
  @MethodSource("kinds")
  void lookingAtTheNextStepChangesNothing(Kind kind) {
    Session session = kind.session(ONE, true);
    String bits = run(session, STEPS, running -> {
      PendingStep next = running.nextStep();
      next.fill(next.stage(running.parameters().copy(), next.examples()));
      running.step();
    });
    assertThat(bits).isEqualTo(straight(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whoeverTrainsMovesInEveryStep(Kind kind) {
    Session session = kind.session(ONE, true);
    float[][] before = session.parameters().room();
    session.parameters().copyTo(before);
    session.step();
    for (int p = 0; p < before.length; p++) {
      Parameter parameter = session.parameters().all().get(p);
      if (parameter.learned() && kind.trains(parameter.node())) {
        assertThat(session.parameters().all().get(p).tensor().values()).isNotEqualTo(before[p]);
        assertThat(session.updateRatio(p)).isGreaterThanOrEqualTo(0);
      }
    }
    assertThat(session.beforeStep()).isPresent();
    assertThat(session.beforeStep().orElseThrow()).isDeepEqualTo(before);
  }
}
