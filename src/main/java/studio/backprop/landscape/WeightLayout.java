package studio.backprop.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;

/** Layout of parameters in a flat vector, determined by node, name and shape of each. Immutable. */
public final class WeightLayout {
  /**
   * Parameter in the vector.
   *
   * @param from index of its first number; row-major
   */
  record Span(int node, ParameterSpec spec, int from) {
    int count() {
      return Math.toIntExact(spec.count());
    }

    boolean isLike(Span other) {
      return node == other.node && from == other.from && spec.name().equals(other.spec.name()) && spec.rows() == other.spec.rows()
          && spec.shape().equals(other.spec.shape());
    }
  }

  private final List<Span> spans;
  private final int count;

  private WeightLayout(Parameters parameters, Predicate<Parameter> among) {
    List<Span> found = new ArrayList<>();
    int from = 0;
    for (Parameter parameter : parameters.all()) {
      if (among.test(parameter)) {
        found.add(new Span(parameter.node(), parameter.spec(), from));
        from = Math.addExact(from, parameter.tensor().count());
      }
    }
    this.spans = List.copyOf(found);
    this.count = from;
  }

  /** Of the trained parameters. */
  public static WeightLayout learned(Parameters parameters) {
    return new WeightLayout(parameters, Parameter::learned);
  }

  /** Of the state of layers, such as running means: the loss depends on it, but it is not part of a position. */
  static WeightLayout states(Parameters parameters) {
    return new WeightLayout(parameters, parameter -> parameter.spec().isState());
  }

  /** Length of the vector. */
  public int count() {
    return count;
  }

  List<Span> spans() {
    return spans;
  }

  /** Name of the parameter at an index, such as {@code weight}. */
  public String name(int place) {
    return spans.stream().filter(span -> place >= span.from() && place < span.from() + span.count()).findFirst().orElseThrow().spec()
        .name();
  }

  /** Whether positions of both are comparable. */
  public boolean fits(WeightLayout other) {
    boolean fits = spans.size() == other.spans.size();
    for (int i = 0; fits && i < spans.size(); i++) {
      fits = spans.get(i).isLike(other.spans.get(i));
    }
    return fits;
  }

  /** Copies to a vector. */
  float[] read(Parameters from) {
    float[] row = new float[count];
    read(arrays(from), row);
    return row;
  }

  /** @param arrays of {@link #arrays} @param row receives all numbers */
  void read(float[][] arrays, float[] row) {
    int from = 0;
    for (float[] array : arrays) {
      System.arraycopy(array, 0, row, from, array.length);
      from += array.length;
    }
  }

  /** Values of the parameters, by span; never reallocated. */
  float[][] arrays(Parameters of) {
    return spans.stream().map(span -> of.find(span.node(), span.spec().name()).orElseThrow().tensor().values()).toArray(float[][]::new);
  }

  /** @param arrays of {@link #arrays} */
  void write(float[] row, float[][] arrays) {
    int from = 0;
    for (float[] array : arrays) {
      System.arraycopy(row, from, array, 0, array.length);
      from += array.length;
    }
  }
}
