package studio.backprop.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.Opponents;
import studio.backprop.network.repair.Repair;
import studio.backprop.network.repair.Repairs;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Texts;

/** What is missing of two networks that learn against each other is built by one click. */
class OpponentsTest {
  private static Project ring() throws Exception {
    return SampleProject.of("gan-ring");
  }

  private static DataForm form(Project project) throws Exception {
    return DataForm.of(PreparedData.load(project.data(), project.table(), Progress.NONE));
  }

  private static List<Problem> problems(Project project) throws Exception {
    return Readiness.problems(project, project.network().analyse(), form(project));
  }

  private static int node(Network network, String name) {
    return network.nodes().stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow().id();
  }

  /** The project after the first repair of its first problem. */
  private static Project mended(Project project) throws Exception {
    DataForm form = form(project);
    Problem first = problems(project).get(0);
    List<Repair> found = Repairs.of(project.network(), first, Optional.of(Readiness.goal(form)),
        network -> Readiness.problems(project.withNetwork(old -> network), network.analyse(), form));
    assertThat(found).as("%s", first).isNotEmpty();
    Texts.all().forEach(texts -> {
      texts.say(first.sentence());
      texts.say(found.get(0).title());
      texts.say(found.get(0).consequence());
    });
    return project.withNetwork(network -> found.get(0).change().apply(network));
  }

  private static AdversarialRoles isReady(Project project) throws Exception {
    assertThat(problems(project)).isEmpty();
    return AdversarialRoles.of(project.network()).orElseThrow();
  }

  private static Project drawn(UnaryOperator<Network> change) throws Exception {
    return ring().withNetwork(change);
  }

  @Test
  void withoutTheMeetingBothAreLedTogetherAgain() throws Exception {
    Project broken = drawn(network -> network.remove(List.of(node(network, "mix"))));
    assertThat(problems(broken).get(0).sentence().key()).isEqualTo(Opponents.MISSING);
    AdversarialRoles before = AdversarialRoles.of(ring().network()).orElseThrow();
    AdversarialRoles after = isReady(mended(broken));
    assertThat(after.generated().id()).isEqualTo(before.generated().id());
    assertThat(after.real().id()).isEqualTo(before.real().id());
    assertThat(after.noise().id()).isEqualTo(before.noise().id());
  }

  @Test
  void aGeneratorThatLeadsStraightIntoTheDiscriminatorIsCutThere() throws Exception {
    Project broken = drawn(network -> {
      int generated = network.sources(node(network, "mix")).get(BatchConcat.GENERATED).id();
      int first = network.targets(node(network, "mix")).get(0).id();
      return network.remove(List.of(node(network, "mix"))).wire(generated, first);
    });
    assertThat(isReady(mended(broken)).real().name()).isEqualTo("real");
  }

  @Test
  void withoutAGeneratorOneIsBuilt() throws Exception {
    Network judge = Network.EMPTY.add(Input.row(2), 100, 100).add(Dense.of(8, Activation.RELU), 300, 100)
        .add(Dense.of(1, Activation.SIGMOID), 500, 100).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 700, 100)
        .wire(1, 2).wire(2, 3).wire(3, 4);
    Project mended = mended(drawn(old -> judge));
    AdversarialRoles roles = isReady(mended);
    assertThat(roles.real().id()).isEqualTo(1);
    assertThat(roles.generator()).hasSizeGreaterThan(3);
    assertThat(mended.network().nodes().stream().filter(node -> node.layer() instanceof BatchConcat)).hasSize(1);
  }

  /** The noise on real examples gives what an example is, but is no generator. */
  @Test
  void noiseBeforeTheDiscriminatorIsNoGenerator() throws Exception {
    Project broken = drawn(network -> network.remove(Stream.of("z", "g_2", "g_3", "g_4", "mix").map(name -> node(network, name)).toList())
        .wire(node(network, "real"), node(network, "d_1")));
    AdversarialRoles roles = isReady(mended(broken));
    assertThat(roles.real().name()).isEqualTo("real");
    assertThat(roles.discriminator()).contains(node(broken.network(), "d_1"));
  }

  @Test
  void aMeetingThatIsFedByOneAloneGetsTheOther() throws Exception {
    Project alone = drawn(network -> network.remove(Stream.of("z", "g_2", "g_3", "g_4").map(name -> node(network, name)).toList()));
    assertThat(problems(alone).get(0).sentence().key()).isEqualTo("problem.few_inputs");
    Project mended = mended(alone);
    AdversarialRoles roles = isReady(mended);
    assertThat(roles.real().name()).isEqualTo("real");
    standsBefore(mended.network(), roles);
    Project generated = drawn(network -> network.remove(List.of(node(network, "real"))));
    assertThat(isReady(mended(generated)).generated().name()).isEqualTo("g_4");
  }

  /** As in the sample: one line with a frame that leads from the left to where both meet. */
  private static void standsBefore(Network network, AdversarialRoles roles) {
    Node meeting = network.nodes().stream().filter(node -> node.layer() instanceof BatchConcat).findFirst().orElseThrow();
    List<Integer> framed = network.marks().groups().stream().filter(group -> group.name().equals(Opponents.GENERATOR)).findFirst()
        .orElseThrow().members();
    assertThat(framed).contains(roles.noise().id(), roles.generated().id()).hasSize(4);
    assertThat(framed).allSatisfy(id -> {
      assertThat(network.node(id).x()).isLessThan(meeting.x());
      assertThat(network.node(id).y()).isEqualTo(meeting.y());
    });
  }

  @Test
  void ofNothingAllIsBuiltForPointsAndForImages() throws Exception {
    isReady(mended(drawn(old -> Network.EMPTY)));
    Project digits = SampleProject.of("gan-digits").withNetwork(old -> Network.EMPTY);
    AdversarialRoles roles = isReady(mended(digits));
    assertThat(roles.noise().layer()).isEqualTo(Input.row(16));
  }

  @Test
  void oneNetworkInBothRolesIsRefusedAndGetsWeightsOfItsOwn() throws Exception {
    Project broken = drawn(network -> {
      Node of = network.node(node(network, "g_3"));
      return network.with(node(network, "d_3"), node -> node.withWeightsOf(of.id()));
    });
    assertThat(problems(broken).get(0).sentence().key()).isEqualTo(Opponents.SHARED);
    assertThat(Texts.ENGLISH.say(problems(broken).get(0).sentence())).contains("g_3").contains("play both roles");
    isReady(mended(broken));
  }

  @Test
  void anExampleOfAnotherSizeIsSaidWithBothSizesAndMended() throws Exception {
    Project broken = drawn(network -> network.with(node(network, "g_4"), node -> node.withLayer(Dense.of(3, Activation.NONE))));
    Problem first = problems(broken).get(0);
    assertThat(first.place()).isEqualTo(Problem.Place.INPUT);
    assertThat(Texts.ENGLISH.say(first.sentence())).contains("g_4").contains("3 numbers").contains("2 numbers");
    isReady(mended(broken));
  }
}
