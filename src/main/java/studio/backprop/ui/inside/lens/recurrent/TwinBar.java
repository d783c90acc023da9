package studio.backprop.ui.inside.lens.recurrent;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Icon;

/** Bar that starts or cancels the training of a Simple RNN to compare with, and shows its progress. */
final class TwinBar extends HBox {
  private final LensDesk desk;
  private final RecurrentTwin twin;
  private final ToggleButton compare = new ToggleButton(null, Icon.EXPERIMENT.view());
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel = new Button();
  private final Label trouble = new Label();
  private final HBox busy = new HBox(progress, cancel);

  TwinBar(LensDesk desk, RecurrentTwin twin) {
    this.desk = desk;
    this.twin = twin;
    getStyleClass().add("crumbs");
    busy.getStyleClass().add("crumbs");
    compare.setId("compare-recurrent");
    compare.textProperty().bind(desk.lang().bind("lens.recurrent.compare"));
    desk.hints().explain(compare, "lens.recurrent.compare.help");
    compare.setOnAction(event -> want(compare.isSelected()));
    cancel.textProperty().bind(desk.lang().bind("lens.recurrent.compare.cancel"));
    cancel.setOnAction(event -> want(false));
    progress.accessibleTextProperty().bind(desk.lang().bind("lens.recurrent.compare.busy"));
    trouble.getStyleClass().addAll("note", "mut");
    busy.managedProperty().bind(busy.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(compare, busy, trouble);
    refresh();
  }

  private void want(boolean now) {
    twin.want(now);
    desk.model().nodeProperty().get().filter(node -> now).ifPresent(node -> twin.follow(node, desk.model().step()));
    refresh();
  }

  void refresh() {
    compare.setSelected(twin.wanted());
    busy.setVisible(twin.done().isPresent());
    progress.setProgress(twin.done().orElse(0.0));
    boolean waits = twin.wanted() && desk.model().run().playing();
    boolean behind = twin.look().filter(look -> look.step() < desk.model().step()).isPresent();
    trouble.setText(twin.trouble().map(desk.lang()::say).orElseGet(() -> waits ? desk.lang().say("lens.recurrent.compare.waits")
        : behind && twin.done().isEmpty() ? desk.lang().say("lens.recurrent.compare.behind", twin.look().orElseThrow().step()) : ""));
  }
}
