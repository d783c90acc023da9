package studio.backprop.ui.inside.lens.conv;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.network.Node;
import studio.backprop.ui.inside.lens.sheet.CellGrid;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.Reading;
import studio.backprop.ui.inside.lens.sheet.TitledPicture;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;

/** Backward pass from one output of a convolution: to the kernel, summed over all positions, and to the input. */
final class BackwardRoute extends VBox {
  private final LensDesk desk;
  private final Label title = new Label();
  private final Label sentence = new Label();
  private final CellGrid toKernel;
  private final CellGrid others;
  private final CellGrid total;
  private final CellGrid toInput;
  private final CellGrid input;
  private final TitledPicture toKernelTitled;
  private final TitledPicture othersTitled;
  private final TitledPicture totalTitled;
  private final TitledPicture toInputTitled;
  private final TitledPicture inputTitled;
  private final Label whyTitle = new Label();
  private final Label whySaid = new Label();
  private final Button follow = new Button(null, Icon.CHEVRON_RIGHT.view());
  private final VBox why = new VBox(whyTitle, whySaid, follow);
  private final HBox row;
  private final Extent extent = new Extent();

  BackwardRoute(LensDesk desk) {
    this.desk = desk;
    toKernel = new CellGrid(desk);
    others = new CellGrid(desk);
    total = new CellGrid(desk);
    toInput = new CellGrid(desk);
    input = new CellGrid(desk);
    toKernelTitled = new TitledPicture(toKernel).stacked();
    othersTitled = new TitledPicture(others).stacked();
    totalTitled = new TitledPicture(total).stacked();
    toInputTitled = new TitledPicture(toInput).stacked();
    inputTitled = new TitledPicture(input).stacked();
    title.getStyleClass().addAll("strong", "gradient");
    title.setMinWidth(Region.USE_PREF_SIZE);
    why.getStyleClass().add("why");
    whyTitle.getStyleClass().add("strong");
    whyTitle.setWrapText(true);
    whySaid.getStyleClass().addAll("note", "mut");
    whySaid.setWrapText(true);
    whySaid.setMinHeight(USE_PREF_SIZE);
    follow.getStyleClass().add("small");
    follow.setMnemonicParsing(false); // names have underscores
    follow.setOnAction(event -> desk.model().next().ifPresent(node -> desk.model().goTo(node)));
    desk.hints().explain(follow, "lens.conv.follow.help");
    HBox head = new HBox(title, sentence);
    head.getStyleClass().add("card-head");
    row = new HBox(toKernelTitled, sign("+"), othersTitled, sign("="), totalTitled, rule(), toInputTitled, sign("→"), inputTitled,
        why);
    row.getStyleClass().add("route");
    getStyleClass().addAll("card", "backward");
    getChildren().addAll(head, row);
  }

  private static Label sign(String text) {
    Label sign = Labels.whole(text, "mut", "sign");
    sign.setAlignment(Pos.CENTER);
    return sign;
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  /** @param said incoming gradient in words */
  void show(GradientRoute route, String said, double width, double height) {
    double side = Math.min(height, width / 6);
    title.setText(desk.lang().say("lens.conv.backward"));
    sentence.setText(said);
    showRow(true);
    toKernelShown(route, side);
    paint(toInput, route.back(), route, extent.largest(route.back()), side);
    toInputTitled.say(desk.lang().say("lens.conv.to_input"), desk.lang().say("lens.conv.delta_kernel", toInput.unitSaid()));
    inputShown(route, side);
    whyShown(route.silent());
  }

  /** Shows that there is no gradient. */
  void showNone(String reason) {
    title.setText(desk.lang().say("lens.conv.backward"));
    sentence.setText(reason);
    showRow(false);
  }

  private void showRow(boolean there) {
    row.setVisible(there);
    row.setManaged(there);
  }

  private void toKernelShown(GradientRoute route, double side) {
    boolean known = route.total() != null;
    othersTitled.setVisible(known);
    totalTitled.setVisible(known);
    float[] all = known ? route.total() : route.share();
    float[] rest = all.clone();
    for (int tap = 0; tap < rest.length; tap++) {
      rest[tap] -= route.share()[tap];
    }
    float limit = Math.max(extent.largest(all), Math.max(extent.largest(rest), extent.largest(route.share())));
    paint(toKernel, route.share(), route, limit, side);
    paint(others, rest, route, limit, side);
    paint(total, all, route, limit, side);
    toKernelTitled.say(desk.lang().say("lens.conv.to_kernel"), desk.lang()
        .say(route.spreads() ? "lens.transposed.share" : "lens.conv.delta_patch", toKernel.unitSaid()));
    othersTitled.say(
        desk.lang().say("lens.conv.others", route.others()), desk.lang().say("lens.conv.of_places", route.places(), others.unitSaid()));
    totalTitled.say(desk.lang().say("lens.conv.total", route.filter() + 1), desk.lang().say("lens.conv.gets", total.unitSaid()));
  }

  private void inputShown(GradientRoute route, double side) {
    inputTitled.setVisible(route.input() != null);
    if (route.input() == null) {
      return;
    }
    input.unit(Reading.unit(extent.largest(route.input())));
    input.show(route.input(), route.inputRows(), route.inputColumns(), extent.largest(route.input()));
    input.fit(side, side);
    input.mark(List.of(route.mark()));
    inputTitled.say(
        desk.lang().say("lens.conv.input_grad"), desk.lang().say(route.kept() ? "lens.conv.all_filters" : "lens.conv.worked_out")
            + input.unitSaid());
  }

  /** Why some positions send nothing back, and a link to the responsible node. */
  private void whyShown(int silent) {
    why.setVisible(silent > 0);
    whyTitle.setText(desk.lang().say("lens.conv.silent.title", silent));
    Optional<Node> next = desk.model().next();
    boolean pools = next.filter(node -> node.layer().keepsStrongest()).isPresent();
    whySaid.setText(desk.lang().say(pools ? "lens.conv.silent" : "lens.conv.silent.bent"));
    follow.setVisible(next.isPresent());
    next.ifPresent(node -> follow.setText(desk.lang().say("lens.conv.follow", node.name())));
  }

  private static void paint(CellGrid grid, float[] values, GradientRoute route, float limit, double side) {
    grid.unit(Reading.unit(limit));
    grid.show(values, route.kernelRows(), route.kernelColumns(), limit);
    double cell = Math.max(2, Math.floor(Math.min(62, side / Math.max(route.kernelRows(), route.kernelColumns()))));
    grid.cell(cell, cell);
  }
}
