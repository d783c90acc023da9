package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.environment.Grid;
import studio.backprop.environment.GridMap;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Problem;
import studio.backprop.project.Agent;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.project.Supervised;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.train.Session;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.record.AgentScores;

/** What the samples of agents learn, and that their files hold all that decides about the next steps. */
class AgentSamplesTest {
  private static final Kernels KERNELS = KernelChoice.create(1);

  @TempDir private Path scratch;

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  private static Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return Session.unwatched(project, data, KERNELS, Session.initialParameters(project));
  }

  private static AgentScores trained(Project project, long seed) throws Exception {
    Session session = session(project.withTraining(training -> training.withSeed(seed)));
    while (session.step()) {
      assertThat(session.fault()).isEmpty();
    }
    assertThat(session.keepBest()).isEqualTo(((Agent) project.assignment()).method().keepsBest());
    return session.regime().agent().orElseThrow();
  }

  private static Project sample(String name) {
    return AgentSamples.all().get(name);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 2, 3, 4, 5, 6, 7})
  void qLearningFindsTheShortWayAndSarsaEarnsMoreWhileItLearns(long seed) throws Exception {
    MethodType sarsa = MethodCatalog.find("sarsa").orElseThrow();
    AgentScores daring = trained(sample("cliff"), seed);
    AgentScores careful = trained(Agent.learningBy(sample("cliff"), sarsa), seed);
    assertThat(daring.greedySteps()).isEqualTo(13);
    assertThat(careful.greedySteps()).isEqualTo(17);
    assertThat(careful.meanReturn100()).isGreaterThan(daring.meanReturn100());
  }

  @Test
  void aPolicyLearnsToBalanceFromReturnsAlone() throws Exception {
    AgentScores scores = trained(sample("cartpole-reinforce"), 42);
    assertThat(scores.meanReturn100()).isGreaterThanOrEqualTo(475);
    assertThat(scores.greedyReturn()).isGreaterThanOrEqualTo(475);
  }

  /** Worlds, memory, rollout, episodes and best weights: whoever opens the file goes on to the same bits. */
  @ParameterizedTest
  @CsvSource({"cliff, 700", "cartpole-reinforce, 3", "cartpole-ppo, 70", "cartpole-dqn, 150", "acrobot-ppo, 40"})
  void aFileGoesOnWhereItsTrainingStopped(String name, int steps) throws Exception {
    Session straight = session(sample(name));
    for (int i = 0; i < steps; i++) {
      straight.step();
    }
    Path file = scratch.resolve("stopped" + ProjectFile.SUFFIX);
    ProjectFile.write(file, Saved.of(straight));
    Saved read = ProjectFile.read(name, Files.newInputStream(file)).saved();
    Project project = read.project();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session resumed = Session.unwatched(project, data, KERNELS, read.parameters().orElseThrow());
    resumed.resume(read.progressed().orElseThrow());
    for (int i = 0; i < steps; i++) {
      straight.step();
      resumed.step();
    }
    assertThat(resumed.parameters().sha256()).isEqualTo(straight.parameters().sha256());
    assertThat(resumed.regime().sight().orElseThrow().taken()).isEqualTo(straight.regime().sight().orElseThrow().taken());
  }

  @Test
  void anotherNumberOfOutputsThanActionsIsToldAtThePort() {
    Project wrong = sample("cartpole-dqn").withNetwork(network -> network.with(4, node -> node.withLayer(
        Dense.of(3, ((Dense) node.layer()).activation()))));
    assertThat(problems(wrong)).singleElement().asString().contains("CartPole has 2 actions, but Dense (q) outputs 3");
    Project loss = sample("cartpole-ppo").withNetwork(network -> network.with(5, node -> node.withLayer(Output.of(Loss.POLICY_GRADIENT))));
    assertThat(problems(loss)).singleElement().asString().contains("PPO needs PPO clip");
    Project supervised = loss.withAssignment(new Supervised(DataSettings.of("circles"), Optional.empty()));
    assertThat(problems(supervised)).isNotEmpty();
  }

  private static List<Problem> problems(Project project) {
    return Readiness.problems(project, project.network().analyse(), DataForm.of(project.data()).orElseThrow());
  }

  @Test
  void inEveryWorldANetworkFitsThatWasDrawnForAnother() throws Exception {
    for (Environment world : Environments.all()) {
      Project there = Agent.actingIn(sample("cartpole-ppo"), world).withTraining(training -> training.withEpochs(1));
      assertThat(problems(there)).as(world.id()).isEmpty();
      Session session = session(there);
      session.step();
      assertThat(session.fault()).isEmpty();
      assertThat(session.regime().sight().orElseThrow().world()).isEqualTo(world);
    }
  }

  @Test
  void anOwnMapIsInTheFileAndIsWhereTheAgentActs() throws Exception {
    Project usual = Agent.actingIn(sample("cliff"), Grid.HOLES);
    GridMap drawn = GridMap.USUAL.with(1, Grid.Square.HOLE).orElseThrow().withRewards(-0.1, 2, -3);
    Project own = usual.withAssignment(before -> ((Agent) before).withMap(drawn));
    Path file = scratch.resolve("own" + ProjectFile.SUFFIX);
    ProjectFile.write(file, Saved.of(own));
    Project read = ProjectFile.read("own", Files.newInputStream(file)).saved().project();
    assertThat(read.assignment()).isEqualTo(own.assignment());
    assertThat(((Agent) usual.assignment()).withMap(GridMap.USUAL)).isEqualTo(usual.assignment());
    Session session = session(read.withTraining(training -> training.withEpochs(2)));
    while (session.step()) {
      assertThat(session.fault()).isEmpty();
    }
    AgentSnapshot sight = session.regime().sight().orElseThrow();
    assertThat(((Grid) sight.world()).square(1)).isEqualTo(Grid.Square.HOLE);
    assertThat(sight.visits()).hasSize(40);
    double all = 0;
    for (float visits : sight.visits()) {
      all += visits;
    }
    assertThat(all).isEqualTo(sight.taken());
  }

  @Test
  void otherDataMakeAProjectSupervised() {
    Project other = sample("cliff").withData(DataSettings.of("circles"));
    assertThat(other.assignment()).isInstanceOf(Supervised.class);
  }

  /** One edit, and the agent can learn: a critic goes or comes, the last layer gets its activation, the loss is the method's. */
  @ParameterizedTest
  @ValueSource(strings = {"cartpole-ppo", "cartpole-dqn", "cartpole-reinforce", "cliff"})
  void anotherMethodBringsTheNetworkThatItNeeds(String name) {
    for (MethodType type : MethodCatalog.types()) {
      Project changed = Agent.learningBy(sample(name), type);
      assertThat(problems(changed)).as("%s by %s", name, type.id()).isEmpty();
      Loss loss = changed.network().objective().loss();
      assertThat(((Agent) changed.assignment()).loss().map(wanted -> wanted == loss).orElse(!loss.forClasses())).as(type.id()).isTrue();
      assertThat(Agent.learningBy(changed, type)).isEqualTo(changed);
    }
  }

  /** Each of the seven methods can be chosen in each environment, and learns there. */
  @Test
  void everyMethodLearnsInEveryEnvironment() throws Exception {
    assertThat(MethodCatalog.types()).extracting(MethodType::id).containsExactly(
        "q-learning", "sarsa", "dqn", "double-dqn", "reinforce", "actor-critic", "ppo");
    for (Environment world : Environments.all()) {
      for (MethodType type : MethodCatalog.types()) {
        Project project = Agent.learningBy(Agent.actingIn(sample("cartpole-ppo"), world), type);
        assertThat(problems(project)).as("%s by %s", world.id(), type.id()).isEmpty();
        Session session = session(project);
        String before = session.parameters().sha256();
        assertThat(session.step() && session.step()).isTrue();
        assertThat(session.fault()).as("%s by %s", world.id(), type.id()).isEmpty();
        assertThat(session.parameters().sha256()).as("%s by %s", world.id(), type.id()).isNotEqualTo(before);
      }
    }
  }

  @Test
  void aCriticUnderValuesAndAWrongLastActivationAreTold() {
    MethodType dqn = MethodCatalog.find("dqn").orElseThrow();
    Project ppo = sample("cartpole-ppo");
    Project values = ppo.withAssignment(((Agent) ppo.assignment()).withMethod(dqn.fresh()));
    assertThat(problems(values)).singleElement().asString().contains("DQN needs one loss and no critic");
    Project squashed = sample("cartpole-dqn").withNetwork(network -> network.with(4, node -> node.withLayer(
        Dense.of(2, Activation.SOFTMAX))));
    assertThat(problems(squashed)).singleElement().asString().contains("values, which may be any number");
    Project unsure = ppo.withNetwork(network -> network.with(4, node -> node.withLayer(Dense.of(2, Activation.NONE))));
    assertThat(problems(unsure)).singleElement().asString().contains("PPO learns probabilities");
  }
}
