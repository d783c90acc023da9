package studio.backprop.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;

/**
 * Where the numbers of some parameters stand in one long row. Networks of one architecture have the same: node, name and shape of each
 * parameter.
 */
public final class WeightLayout {
  /**
   * One parameter in the row.
   *
   * @param from place of its first number; the others follow, row-major
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

  /** Of all that steps change: the position of a run. */
  public static WeightLayout learned(Parameters parameters) {
    return new WeightLayout(parameters, Parameter::learned);
  }

  /** Of what layers keep by themselves, such as running means: the loss depends on it, but it is no part of a position. */
  static WeightLayout states(Parameters parameters) {
    return new WeightLayout(parameters, parameter -> parameter.spec().isState());
  }

  /** How many numbers there are. */
  public int count() {
    return count;
  }

  List<Span> spans() {
    return spans;
  }

  /** The name of the parameter whose number stands at a place, such as {@code weight}. */
  public String name(int place) {
    return spans.stream().filter(span -> place >= span.from() && place < span.from() + span.count()).findFirst().orElseThrow().spec()
        .name();
  }

  /** Whether the numbers of both mean the same weights, so that positions can be compared. */
  public boolean fits(WeightLayout other) {
    boolean fits = spans.size() == other.spans.size();
    for (int i = 0; fits && i < spans.size(); i++) {
      fits = spans.get(i).isLike(other.spans.get(i));
    }
    return fits;
  }

  /** A copy of the numbers. */
  float[] read(Parameters from) {
    float[] row = new float[count];
    read(arrays(from), row);
    return row;
  }

  /** Copies the numbers. @param arrays as {@link #arrays} gave them @param row room for all */
  void read(float[][] arrays, float[] row) {
    int from = 0;
    for (float[] array : arrays) {
      System.arraycopy(array, 0, row, from, array.length);
      from += array.length;
    }
  }

  /** Arrays with the numbers of these parameters, span by span and row-major. Never reallocated: callers may keep the references. */
  float[][] arrays(Parameters of) {
    return spans.stream().map(span -> of.find(span.node(), span.spec().name()).orElseThrow().tensor().values()).toArray(float[][]::new);
  }

  /** Sets the numbers. @param arrays as {@link #arrays} gave them */
  void write(float[] row, float[][] arrays) {
    int from = 0;
    for (float[] array : arrays) {
      System.arraycopy(row, from, array, 0, array.length);
      from += array.length;
    }
  }
}
