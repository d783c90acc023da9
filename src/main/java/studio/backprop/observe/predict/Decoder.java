package studio.backprop.observe.predict;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.backprop.layer.GaussianSample;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.op.Mode;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;

/**
 * Decoder of a variational autoencoder: generates examples from latent codes of the standard normal prior, in place of the Gaussian sample.
 * Kingma and Welling 2014, section 2.1.
 */
public final class Decoder {
  private final Replica replica;
  private final List<Node> codes;

  private Decoder(Replica replica, List<Node> codes) {
    this.replica = replica;
    this.codes = codes;
  }

  /** Empty unless the output depends on the inputs through Gaussian samples only. */
  public static Optional<Decoder> of(Replica replica) {
    Network network = replica.network();
    int end = network.objective().output().id();
    List<Node> codes = network.nodes().stream().filter(node -> isCode(node) && network.leads(node.id(), end)).toList();
    List<Wire> behind = network.wires().stream().filter(wire -> !isCode(network.node(wire.to()))).toList();
    Network cut = new Network(network.nodes(), behind, network.nextId());
    boolean past = cut.nodes().stream().anyMatch(node -> node.layer() instanceof Input && cut.leads(node.id(), end));
    return codes.isEmpty() || past ? Optional.empty() : Optional.of(new Decoder(replica, codes));
  }

  private static boolean isCode(Node node) {
    return node.layer() instanceof GaussianSample;
  }

  /**
   * Decodes samples of the prior.
   *
   * @return [count × outputs], unscaled
   */
  public float[] draw(int count, SplittableRandom random) {
    Plan plan = replica.plan(count);
    for (Node code : codes) {
      Tensor drawn = plan.output(code.id()).orElseThrow();
      float[] numbers = new float[drawn.count()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) random.nextGaussian();
      }
      drawn.set(numbers);
    }
    for (int step = 0; step < plan.steps().size(); step++) {
      if (follows(plan.steps().get(step).node())) {
        plan.forward(Mode.EVALUATE, step);
      }
    }
    float[] answers = new float[count * plan.prediction().rowCount()];
    plan.prediction().copyTo(answers);
    return answers;
  }

  private boolean follows(int node) {
    return !isCode(replica.network().node(node)) && codes.stream().anyMatch(code -> replica.network().leads(code.id(), node));
  }
}
