package studio.backprop.ui.inside.lens.conv;

import studio.backprop.ui.inside.lens.sheet.CellGrid;
import studio.backprop.ui.kit.Token;

/**
 * Gradients from one output of a convolution to the weights of a kernel and to the input.
 *
 * @param kernelRows of the grids of a kernel's weights
 * @param share contribution of the selected output to the weights
 * @param total sum over all outputs, null where it is not kept
 * @param back δ · w, tap by tap
 * @param others other positions with a contribution
 * @param silent positions without a contribution
 * @param input ∂L/∂input of the shown channel, null if unknown
 * @param kept whether the engine keeps it, rather than its being computed here
 * @param filter from 0
 * @param spreads whether one input is scattered, rather than a window gathered
 */
public record GradientRoute(
    int kernelRows, int kernelColumns, float[] share, float[] total, float[] back, int others, int places, int silent, float[] input,
    int inputRows,
    int inputColumns, CellGrid.Mark mark, boolean kept, int filter, boolean spreads) {

  static GradientRoute of(ConvNumbers numbers, int filter, int channel, int row, int column) {
    float delta = numbers.delta(filter, row, column);
    float[] share = numbers.patch(filter, channel, row, column);
    float[] back = numbers.kernel(numbers.weight().values(), filter, channel);
    for (int tap = 0; tap < share.length; tap++) {
      share[tap] *= delta;
      back[tap] *= delta;
    }
    float[] grads = numbers.weight().grads();
    boolean kept = numbers.x().grads() != null;
    float[] input = kept ? numbers.x().grads() : numbers.inputGradient();
    int places = numbers.down().steps() * numbers.across().steps();
    int others = numbers.othersThatSend(filter, row, column);
    return new GradientRoute(
        numbers.down().kernel(), numbers.across().kernel(), share, grads == null ? null : numbers.kernel(grads, filter, channel), back,
        others, places,
        places - others - (delta == 0 ? 0 : 1), input == null ? null : numbers.padded(input, filter, channel), numbers.paddedRows(),
        numbers.paddedColumns(), window(numbers, row, column), kept, filter, false);
  }

  public static GradientRoute of(TransposedNumbers numbers, int filter, int channel, int row, int column) {
    float[] slopes = numbers.window(numbers.y().grads(), filter, row, column);
    float[] share = slopes.clone();
    float[] back = numbers.kernel(numbers.weight().values(), filter, channel);
    for (int tap = 0; tap < share.length; tap++) {
      back[tap] *= slopes[tap];
      share[tap] *= numbers.input(filter, channel, row, column);
    }
    float[] grads = numbers.weight().grads();
    float[] input = numbers.inputGradient(filter, channel);
    int places = numbers.rows() * numbers.columns();
    int silent = numbers.silent(filter, channel);
    int others = places - silent - (numbers.input(filter, channel, row, column) == 0 ? 0 : 1);
    return new GradientRoute(
        numbers.down().kernel(), numbers.across().kernel(), share, grads == null ? null : numbers.kernel(grads, filter, channel), back,
        others, places,
        0, input, numbers.rows(), numbers.columns(),
        CellGrid.Mark.at(new CellGrid.Cell(row, column), Token.GROUP_CONVOLUTION), numbers.x().grads() != null, filter, true);
  }

  /** Window in the padded input. */
  static CellGrid.Mark window(ConvNumbers numbers, int row, int column) {
    return new CellGrid.Mark(
        row * numbers.down().stride(), column * numbers.across().stride(), numbers.down().reach(), numbers.across().reach(),
        Token.GROUP_CONVOLUTION, false);
  }
}
