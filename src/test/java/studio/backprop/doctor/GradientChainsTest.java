package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

class GradientChainsTest {
  private static Network network(String sample) {
    return SickDraws.sample(sample).network();
  }

  private static Set<String> names(Network network, Set<Integer> ids) {
    Set<String> names = new TreeSet<>();
    network.nodes().stream().filter(node -> ids.contains(node.id())).map(Node::name).forEach(names::add);
    return names;
  }

  @Test
  void aGeneratorAndItsDiscriminatorHaveALossEach() {
    Network network = network("gan-ring");
    List<Set<Integer>> chains = GradientChains.of(network);
    assertThat(chains).hasSize(2);
    assertThat(names(network, chains.get(0))).contains("g_2", "g_4").noneMatch(name -> name.startsWith("d_"));
    assertThat(names(network, chains.get(1))).contains("d_1").noneMatch(name -> name.startsWith("g_"));
  }

  @Test
  void aPolicyAndItsCriticShareAnInputOnly() {
    Network network = network("cartpole-ppo");
    List<Set<Integer>> chains = GradientChains.of(network);
    assertThat(chains).hasSize(2);
    assertThat(names(network, chains.get(0))).contains("dense_1", "policy").doesNotContain("value");
    assertThat(names(network, chains.get(1))).contains("value").doesNotContain("policy");
  }

  @ParameterizedTest
  @CsvSource({"circles", "digits-residual", "digits-vae"})
  void oneLossIsOneChain(String sample) {
    Network network = network(sample);
    assertThat(GradientChains.of(network)).hasSize(1);
    assertThat(GradientChains.split(network, network.nodes(), Node::id).stream().flatMap(List::stream).count())
        .isGreaterThanOrEqualTo(network.nodes().size() - 1);
  }
}
