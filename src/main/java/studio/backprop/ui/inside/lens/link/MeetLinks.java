package studio.backprop.ui.inside.lens.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.AddNoise;
import studio.backprop.op.AddPositions;
import studio.backprop.op.Op;
import studio.backprop.op.Product;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Numbers;

/** Links of an elementwise merge. */
public record MeetLinks(Way way, List<Tensors> streams, Tensors answer) implements Links {
  private static final double ROUNDING = 1e-4;

  /** Operation of the merge. */
  public enum Way {
    SUM,
    PRODUCT,
    POSITIONS,
    NOISE,
    /** Noise before the first step has drawn any. */
    STILL
  }

  public static MeetLinks of(NodeTrace look) {
    OpLook op = look.example().get(look.example().size() - 1);
    Class<? extends Op> kind = op.kind();
    if (kind == AddNoise.class) {
      return noise(look, op);
    }
    Way way = kind == Product.class ? Way.PRODUCT : kind == AddPositions.class ? Way.POSITIONS : Way.SUM;
    return new MeetLinks(way, Stream.concat(op.inputs().stream(), op.parameters().stream().map(table -> asOne(table, op.output())))
        .toList(), op.output());
  }

  /** Noise is drawn in a training step only; the chosen example is computed in inference mode, without it. */
  private static MeetLinks noise(NodeTrace look, OpLook judged) {
    return look.batch().stream().filter(op -> op.kind() == AddNoise.class && op.output().rows() > 0).findFirst()
        .map(op -> new MeetLinks(Way.NOISE, List.of(op.inputs().get(0), op.inner("noise").orElseThrow()), op.output()))
        .orElseGet(() -> new MeetLinks(Way.STILL, judged.inputs(), judged.output()));
  }

  /** A learned table has a row for each time step; beside an example it has the example's shape. */
  private static Tensors asOne(Tensors table, Tensors like) {
    return table.values().length == like.values().length ? new Tensors(table.name(), 1, like.shape(), table.values(), table.grads())
        : table;
  }

  @Override
  public List<Tensors> streams(NodeTrace look) {
    return streams;
  }

  @Override
  public Tensors answer(NodeTrace look) {
    return answer;
  }

  @Override
  public Optional<String> name(int inlet) {
    return inlet == 1 && (way == Way.POSITIONS || way == Way.NOISE) ? Optional.of("lens.link." + way.name().toLowerCase(Locale.ROOT))
        : way == Way.SUM || way == Way.PRODUCT ? Optional.empty() : Optional.of("lens.input");
  }

  /** Noise is small beside what it is added to. */
  @Override
  public boolean apart(int inlet) {
    return inlet == 1 && way == Way.NOISE;
  }

  @Override
  public boolean summed(int inlet) {
    return IntStream.range(0, answer.values().length).anyMatch(place -> usedElsewhere(inlet, place));
  }

  /** Whether the gradient of an element includes other uses. */
  public boolean usedElsewhere(int inlet, int place) {
    float[] grads = streams.get(inlet).grads();
    if (grads == null || answer.grads() == null || inlet > 0 && way == Way.POSITIONS || way == Way.NOISE || way == Way.STILL) {
      return false;
    }
    double sent = sent(inlet, place);
    return Math.abs(grads[place] - sent) > ROUNDING * Math.max(Math.abs(sent), Math.abs(grads[place])) + Float.MIN_NORMAL;
  }

  @Override
  public String sign() {
    return way == Way.PRODUCT ? "×" : "+";
  }

  @Override
  public Optional<int[]> targets(int inlet, int place) {
    return Optional.of(new int[] {place});
  }

  @Override
  public List<Source> sources(int output) {
    return IntStream.range(0, streams.size()).mapToObj(inlet -> new Source(inlet, output)).toList();
  }

  @Override
  public String sentence(LensDesk desk, int output) {
    Numbers numbers = desk.lang().numbers();
    String parts = streams.stream().map(stream -> part(numbers, stream.values()[output])).collect(Collectors.joining(" " + sign() + " "));
    String value = numbers.significant(answer.values()[output], 4);
    if (way == Way.STILL) {
      return desk.lang().say("lens.link.still", value);
    }
    String grad = Links.slope(numbers, answer, output);
    if (way != Way.PRODUCT) {
      String key = way == Way.NOISE ? "lens.link.noise.sum" : way == Way.POSITIONS ? "lens.link.positions.sum" : "lens.link.sum";
      return desk.lang().say(key, parts, value, grad) + uses(desk, output);
    }
    String back = IntStream.range(0, streams.size())
        .mapToObj(factor -> answer.grads() == null ? "–" : numbers.significant(sent(factor, output), 4))
        .collect(Collectors.joining(", "));
    return desk.lang().say("lens.link.product", parts, value, grad, back) + uses(desk, output);
  }

  /** Notes for each input with other uses that its gradient is the sum over them. */
  private String uses(LensDesk desk, int place) {
    return IntStream.range(0, streams.size()).filter(inlet -> usedElsewhere(inlet, place)).mapToObj(inlet -> desk.lang().say(
        "lens.link.uses.sum", desk.lang().say(streams.size() == 1 || way == Way.POSITIONS ? "lens.input" : "lens.input_of", inlet + 1),
        Links.slope(desk.lang().numbers(), streams.get(inlet), place))).collect(Collectors.joining());
  }

  /** Gradient of an input through this node: unchanged, or for a factor times the others. */
  private double sent(int inlet, int place) {
    double others = way != Way.PRODUCT ? 1 : IntStream.range(0, streams.size()).filter(other -> other != inlet)
        .mapToDouble(other -> streams.get(other).values()[place]).reduce(1, (x, y) -> x * y);
    return answer.grads()[place] * others;
  }

  private String part(Numbers numbers, float value) {
    String written = numbers.significant(value, 4);
    return value < 0 ? "(" + written + ")" : written;
  }
}
