package studio.backprop.ui.lens;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Token;

/** How the slope that arrives at one value of a convolution goes on: to the kernel, where it adds to that of all other places, and to the input. */
final class BackwardRoute extends VBox {
  private static final int DIGITS = 4;

  private final LensDesk desk;
  private final Label title = new Label();
  private final Label sentence = new Label();
  private final CellGrid toKernel;
  private final CellGrid others;
  private final CellGrid total;
  private final CellGrid toInput;
  private final CellGrid input;
  private final Titled toKernelTitled;
  private final Titled othersTitled;
  private final Titled totalTitled;
  private final Titled toInputTitled;
  private final Titled inputTitled;
  private final Label why = new Label();
  private final Extent extent = new Extent();

  BackwardRoute(LensDesk desk) {
    this.desk = desk;
    toKernel = new CellGrid(desk);
    others = new CellGrid(desk);
    total = new CellGrid(desk);
    toInput = new CellGrid(desk);
    input = new CellGrid(desk);
    toKernelTitled = new Titled(toKernel).stacked();
    othersTitled = new Titled(others).stacked();
    totalTitled = new Titled(total).stacked();
    toInputTitled = new Titled(toInput).stacked();
    inputTitled = new Titled(input).stacked();
    title.getStyleClass().addAll("strong", "gradient");
    title.setMinWidth(Region.USE_PREF_SIZE);
    why.getStyleClass().addAll("note", "mut", "why");
    why.setWrapText(true);
    HBox head = new HBox(title, sentence);
    head.getStyleClass().add("card-head");
    HBox row = new HBox(toKernelTitled, sign("+"), othersTitled, sign("="), totalTitled, rule(), toInputTitled, sign("→"), inputTitled, why);
    row.getStyleClass().add("route");
    getStyleClass().addAll("card", "backward");
    getChildren().addAll(head, row);
  }

  private static Label sign(String text) {
    Label sign = new Label(text);
    sign.getStyleClass().addAll("mut", "sign");
    sign.setAlignment(Pos.CENTER);
    sign.setMinWidth(Region.USE_PREF_SIZE);
    return sign;
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  void show(ConvNumbers numbers, int filter, int channel, int row, int column, double width, double height) {
    double side = Math.min(height, width / 6);
    float delta = numbers.delta(filter, row, column);
    Numbers digits = desk.lang().numbers();
    title.setText(desk.lang().say("lens.conv.backward"));
    sentence.setText(desk.lang().say("lens.conv.slope", digits.significant(delta, DIGITS)));
    float[] share = numbers.patch(filter, channel, row, column);
    float[] back = numbers.kernel(numbers.weight().values(), filter, channel);
    for (int tap = 0; tap < share.length; tap++) {
      share[tap] *= delta;
      back[tap] *= delta;
    }
    toKernelShown(numbers, filter, channel, row, column, share, side);
    paint(toInput, back, numbers, extent.largest(back), side);
    toInputTitled.say(desk.lang().say("lens.conv.to_input"), desk.lang().say("lens.conv.delta_kernel", toInput.unitSaid()));
    inputShown(numbers, filter, channel, row, column, side);
    int silent = numbers.down().steps() * numbers.across().steps() - numbers.othersThatSend(filter, row, column) - (delta == 0 ? 0 : 1);
    why.setText(silent == 0 ? "" : desk.lang().say("lens.conv.silent", silent));
  }

  private void toKernelShown(ConvNumbers numbers, int filter, int channel, int row, int column, float[] share, double side) {
    float[] grads = numbers.weight().grads();
    boolean known = grads != null;
    othersTitled.setVisible(known);
    totalTitled.setVisible(known);
    float[] all = known ? numbers.kernel(grads, filter, channel) : share;
    float[] rest = all.clone();
    for (int tap = 0; tap < rest.length; tap++) {
      rest[tap] -= share[tap];
    }
    float limit = Math.max(extent.largest(all), Math.max(extent.largest(rest), extent.largest(share)));
    paint(toKernel, share, numbers, limit, side);
    paint(others, rest, numbers, limit, side);
    paint(total, all, numbers, limit, side);
    int places = numbers.down().steps() * numbers.across().steps();
    toKernelTitled.say(desk.lang().say("lens.conv.to_kernel"), desk.lang().say("lens.conv.delta_patch", toKernel.unitSaid()));
    othersTitled.say(
        desk.lang().say("lens.conv.others", numbers.othersThatSend(filter, row, column)), desk.lang().say("lens.conv.of_places", places, others.unitSaid()));
    totalTitled.say(desk.lang().say("lens.conv.total", filter + 1), desk.lang().say("lens.conv.gets", total.unitSaid()));
  }

  private void inputShown(ConvNumbers numbers, int filter, int channel, int row, int column, double side) {
    boolean kept = numbers.x().grads() != null;
    float[] grads = kept ? numbers.x().grads() : numbers.inputGradient();
    inputTitled.setVisible(grads != null);
    if (grads == null) {
      return;
    }
    float[] padded = numbers.padded(grads, filter, channel);
    input.show(padded, numbers.paddedRows(), numbers.paddedColumns(), extent.largest(padded));
    input.fit(side, side);
    input.mark(List.of(window(numbers, row, column)));
    inputTitled.say(desk.lang().say("lens.conv.input_grad"), desk.lang().say(kept ? "lens.conv.all_filters" : "lens.conv.worked_out"));
  }

  static CellGrid.Mark window(ConvNumbers numbers, int row, int column) {
    return new CellGrid.Mark(
        row * numbers.down().stride(), column * numbers.across().stride(), numbers.down().reach(), numbers.across().reach(), Token.GROUP_CONVOLUTION, false);
  }

  private static void paint(CellGrid grid, float[] values, ConvNumbers numbers, float limit, double side) {
    grid.unit(Reading.unit(limit));
    grid.show(values, numbers.down().kernel(), numbers.across().kernel(), limit);
    double cell = Math.max(2, Math.floor(Math.min(62, side / Math.max(numbers.down().kernel(), numbers.across().kernel()))));
    grid.cell(cell, cell);
  }
}
