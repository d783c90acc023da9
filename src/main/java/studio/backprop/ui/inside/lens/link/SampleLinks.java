package studio.backprop.ui.inside.lens.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.SampleGaussian;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Numbers;

/**
 * Links of Gaussian sampling: z = μ + ε·e^(v/2). For the batch of the last step; before the first, for the chosen example with ε = 0.
 *
 * @param op reads μ and v from two tensors, or from the halves of one
 */
public record SampleLinks(OpLook op) implements Links {
  public static SampleLinks of(NodeTrace look) {
    OpLook judged = look.example().stream().filter(one -> one.kind() == SampleGaussian.class).findFirst().orElseThrow();
    return new SampleLinks(look.batch().stream().filter(one -> one.kind() == SampleGaussian.class && one.output().rows() > 0).findFirst()
        .orElse(judged));
  }

  private boolean halves() {
    return op.inputs().size() == 1;
  }

  private int width() {
    return (int) op.output().shape().count();
  }

  private Tensors noise() {
    return op.inner("noise").orElseThrow();
  }

  @Override
  public List<Tensors> streams(NodeTrace look) {
    List<Tensors> streams = new ArrayList<>(op.inputs());
    streams.add(noise());
    return streams;
  }

  @Override
  public Tensors answer(NodeTrace look) {
    return op.output();
  }

  @Override
  public Optional<String> name(int inlet) {
    return Optional.of(inlet == op.inputs().size() ? "lens.link.epsilon" : halves() ? "lens.link.both" : inlet == 0 ? "lens.link.mu"
        : "lens.link.v");
  }

  private int mean(int output) {
    return halves() ? output / width() * 2 * width() + output % width() : output;
  }

  private int variance(int output) {
    return halves() ? mean(output) + width() : output;
  }

  @Override
  public List<Source> sources(int output) {
    return List.of(new Source(0, mean(output)), new Source(halves() ? 0 : 1, variance(output)), new Source(op.inputs().size(), output));
  }

  @Override
  public Optional<int[]> targets(int inlet, int place) {
    boolean both = halves() && inlet == 0;
    return Optional.of(new int[] {both ? place / (2 * width()) * width() + place % width() : place});
  }

  @Override
  public String sentence(LensDesk desk, int output) {
    Numbers numbers = desk.lang().numbers();
    float mean = op.inputs().get(0).values()[mean(output)];
    double deviation = Math.exp(op.inputs().get(halves() ? 0 : 1).values()[variance(output)] / 2);
    float noise = noise().values()[output];
    float[] slopes = op.output().grads();
    return desk.lang().say(
        "lens.link.sample", numbers.significant(mean, 4), "(" + numbers.significant(noise, 4) + ")", numbers.significant(deviation, 4),
        numbers.significant(op.output().values()[output], 4), Links.slope(numbers, op.output(), output),
        slopes == null ? "–" : numbers.significant(slopes[output] * noise * deviation / 2, 4));
  }
}
