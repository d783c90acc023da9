package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.environment.CartPole;
import studio.backprop.environment.Grid;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.Dqn;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;
import studio.backprop.train.agent.AgentHealth;

/** What is found of agents: in series made up for it, and in runs that are really broken. */
class AgentChecksTest {
  private static final double NONE = Double.NaN;

  /** A healthy agent on CartPole, in the middle of its training. */
  private static final AgentHealth WELL = cartPole(0.1, 60, 0.6, 150, 8, 300, 290);

  private static AgentHealth cartPole(double epsilon, double highest, double entropy, double mean, int looks, double best, double last) {
    return new AgentHealth(new CartPole(), 10_000, epsilon, highest, 100, entropy, 1, 200, mean, looks, best, 3, last);
  }

  private static Doctor doctor(Project project) throws Exception {
    return new Doctor(project, PreparedData.load(project.data(), project.table(), Progress.NONE));
  }

  private static HealthStats stats(AgentHealth agent) {
    return new HealthStats(500, 500, true, 1, new double[] {1, 1}, 1, 1e-3, 1e-3, List.of(), List.of(), List.of(), List.of(),
        Optional.empty(), Optional.of(agent), Optional.empty());
  }

  private static List<Finding> found(Project project, AgentHealth agent) throws Exception {
    List<Finding> all = doctor(project).examine(stats(agent));
    for (Finding finding : all) {
      for (Texts texts : Texts.all()) {
        texts.say(finding.kind().title());
        texts.say(finding.kind().fine());
        texts.say(finding.sentence());
        texts.say(finding.why());
        finding.figures().forEach(figure -> texts.say(figure.label()));
      }
      assertThat(finding.experiments()).isNotEmpty().allSatisfy(remedy -> {
        Texts.all().forEach(texts -> texts.say(remedy.title()));
        assertThat(remedy.edit().orElseThrow().change().apply(project)).as(remedy.title().toString()).isNotEqualTo(project);
      });
    }
    return all;
  }

  private static Project dqn() {
    return SampleProject.of("cartpole-dqn");
  }

  private static Project with(Project project, UnaryOperator<Agent> change) {
    return project.withAssignment(change.apply((Agent) project.assignment()));
  }

  /** A card may still be there when another project is opened, or another method chosen. */
  @Test
  void whatIsTriedLeavesOtherProjectsAsTheyAre() throws Exception {
    List<Finding> all = new ArrayList<>();
    all.addAll(found(dqn(), cartPole(0.1, 131, 0.6, 150, 8, 300, 290)));
    all.addAll(found(dqn(), cartPole(0.1, 60, 0.6, 150, 8, 400, 199)));
    all.addAll(found(dqn(), cartPole(0.01, 60, 0.6, 30, 8, 300, 290)));
    all.addAll(found(SampleProject.of("cartpole-ppo"), cartPole(NONE, NONE, 0.02, 9, 3, 9.4, 9.3)));
    assertThat(all).hasSize(4);
    for (String other : List.of("search-digits", "cliff", "cartpole-reinforce", "gan-ring")) {
      Project opened = SampleProject.of(other);
      all.stream().flatMap(finding -> finding.experiments().stream()).forEach(
          remedy -> assertThat(Experiment.seconds(remedy, opened, 100)).as("%s for %s", remedy.title(), other).isPositive());
    }
  }

  @Test
  void ofAnAgentThatLearnsNothingIsSaid() throws Exception {
    assertThat(found(dqn(), WELL)).isEmpty();
  }

  @Test
  void valuesAboveAnyReturnRunAway() throws Exception {
    Finding high = found(dqn(), cartPole(0.1, 131, 0.6, 150, 8, 300, 290)).get(0);
    assertThat(high.kind()).isEqualTo(Kind.VALUES_RUN_AWAY);
    assertThat(Texts.ENGLISH.say(high.sentence())).contains("131").contains("0.99").contains("100");
    assertThat(found(dqn(), cartPole(0.1, 105, 0.6, 150, 8, 300, 290))).isEmpty(); // noise
  }

  @Test
  void aBoundFollowsFromTheRewards() {
    assertThat(new CartPole().mostReturn(0.99)).isBetween(99.999, 100.001);
    assertThat(Grid.CLIFF.mostReturn(1)).isZero();
    assertThat(Grid.HOLES.mostReturn(1)).isEqualTo(1);
  }

  @Test
  void withoutExplorationAndReturnItExploresNoMore() throws Exception {
    assertThat(found(dqn(), cartPole(0.01, 60, 0.6, 30, 8, 300, 290))).extracting(Finding::kind).containsExactly(Kind.EXPLORES_NO_MORE);
    assertThat(found(dqn(), cartPole(0.01, 60, 0.6, 480, 8, 490, 490))).isEmpty();
    assertThat(found(dqn(), cartPole(0.02, 60, 0.6, 30, 8, 300, 290))).isEmpty();
  }

  @Test
  void oneActionInAllStatesIsSaidWithItsName() throws Exception {
    Finding one = found(dqn(), cartPole(0.1, 60, 0.02, 9, 3, 9.4, 9.3)).get(0);
    assertThat(one.kind()).isEqualTo(Kind.ONE_ACTION);
    assertThat(Texts.ENGLISH.say(one.sentence())).contains("push right").contains("0.02");
    assertThat(found(dqn(), cartPole(0.1, 60, 0.02, 9, 2, 9.4, 9.3))).isEmpty(); // too early
    assertThat(found(SampleProject.of("cartpole-ppo"), cartPole(NONE, NONE, 0.02, 9, 3, 9.4, 9.3))).extracting(Finding::kind)
        .containsExactly(Kind.ONE_ACTION);
  }

  @Test
  void halfOfTheBestReturnLostIsForgotten() throws Exception {
    assertThat(found(dqn(), cartPole(0.1, 60, 0.6, 150, 8, 400, 199))).extracting(Finding::kind).containsExactly(Kind.FORGETS);
    assertThat(found(dqn(), cartPole(0.1, 60, 0.6, 150, 8, 400, 201))).isEmpty();
    assertThat(found(dqn(), cartPole(0.1, 60, 0.6, 150, 8, 100, 9))).isEmpty(); // it had not learned yet
  }

  @Test
  void rawNumbersOfUnlikeSizeAreSaidWhereNothingIsLearned() throws Exception {
    Project raw = dqn().withData(dqn().data().withScaling(Scaling.NONE));
    AgentHealth poor = cartPole(0.1, 60, 0.6, 20, 5, 40, 30);
    assertThat(found(raw, poor)).extracting(Finding::kind).containsExactly(Kind.UNSCALED_STATE);
    assertThat(found(dqn(), poor)).isEmpty();
    assertThat(found(raw, cartPole(0.1, 60, 0.6, 300, 5, 400, 400))).isEmpty();
  }

  @Test
  void whatWaitsAndWhatNeverConcernsAMethodIsSaid() throws Exception {
    AgentHealth first = cartPole(0.1, NONE, 0, NONE, 0, NONE, NONE);
    assertThat(doctor(dqn()).unjudged(stats(first))).filteredOn(Unjudged::later).extracting(Unjudged::kind)
        .containsExactlyInAnyOrder(Kind.FORGETS, Kind.ONE_ACTION);
    assertThat(doctor(SampleProject.of("cliff")).unjudged(stats(first))).extracting(Unjudged::kind).contains(Kind.FORGETS);
    assertThat(doctor(SampleProject.of("cartpole-ppo")).unjudged(stats(first))).extracting(Unjudged::kind)
        .contains(Kind.VALUES_RUN_AWAY, Kind.EXPLORES_NO_MORE);
  }

  /** A critic's gradient is as large as the returns that it learns to expect; a policy's is not. */
  @Test
  void aCriticsGradientIsJudgedBesideTheReturns() throws Exception {
    Project project = SampleProject.of("cartpole-reinforce");
    int critic = project.network().sources(project.network().critic().orElseThrow().output().id()).get(0).id();
    int policy = project.network().sources(project.network().objective().output().id()).get(0).id();
    assertThat(exploding(project, critic, 480)).isFalse();
    assertThat(exploding(project, critic, 1)).isTrue();
    assertThat(exploding(project, critic, NONE)).isTrue();
    assertThat(exploding(project, policy, 480)).isTrue();
  }

  private static boolean exploding(Project project, int node, double mean) throws Exception {
    HealthStats.OfNode steep = new HealthStats.OfNode(node, 500, 8, 8, 0.001, 0.001, 0, 0, 0, false);
    HealthStats of = new HealthStats(500, 500, true, 1, new double[] {1, 1}, 1, 1e-3, 1e-3, List.of(steep), List.of(), List.of(), List.of(),
        Optional.empty(), Optional.of(cartPole(NONE, NONE, 0.6, mean, 8, 490, 490)), Optional.empty());
    return doctor(project).examine(of).stream().anyMatch(finding -> finding.kind() == Kind.EXPLODING);
  }

  /** Its loss grows with its returns, to the end. */
  @Test
  void ofAnAgentThatSolvesItsTaskNothingIsSaid() throws Exception {
    Project solved = SampleProject.of("cartpole-reinforce");
    assertThat(Ward.last(solved, Session.initialParameters(solved), 10_000)).extracting(Finding::kind).doesNotContain(Kind.EXPLODING);
  }

  /** A target network that is the network itself, no scale, long steps: what the target network is there to prevent. */
  @Test
  void aRunWhoseTargetsChaseThemselvesIsFound() throws Exception {
    Project broken = with(dqn(), agent -> agent.withMethod(new Dqn(0.99, false, 1, 0.1, 2000, 10_000, 64, 4, 4, 1, 0)))
        .withData(dqn().data().withScaling(Scaling.NONE)).withTraining(training -> training.withRate(0.02));
    List<Finding> all = Ward.examine(broken, Session.initialParameters(broken), 2000);
    assertThat(all).extracting(Finding::kind).contains(Kind.VALUES_RUN_AWAY);
  }

  /** Of a table, and of policies with and without scaled states. */
  @Test
  void ofHealthySamplesNothingOfThisIsSaid() throws Exception {
    for (String name : List.of("cliff", "cartpole-ppo", "cartpole-reinforce")) {
      Project project = SampleProject.of(name);
      List<Finding> all = Ward.examine(project, Session.initialParameters(project), name.equals("cliff") ? 4000 : 1200);
      assertThat(all).as(name).extracting(Finding::kind).noneMatch(Finding.Kind::isOfAgents);
    }
  }
}
