package studio.backprop.ui.watch.time;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.Branch;

/** Undo of the last removal of a branch. */
final class RemovedBranch extends HBox {
  RemovedBranch(TimeModel model, Lang lang, Hints hints) {
    Label said = new Label();
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    Button back = new Button(null, Icon.UNDO.view());
    back.textProperty().bind(lang.bind("branch.bring_back"));
    back.setId("bring-back");
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(event -> model.branches().bringBack());
    hints.explain(back, "branch.bring_back_help");
    getStyleClass().add("removed-branch");
    getChildren().addAll(said, back);
    lang.textsProperty().subscribe(() -> say(said, model.branches().removedProperty().get(), lang));
    model.branches().removedProperty().subscribe(removed -> {
      say(said, removed, lang);
      setVisible(removed.isPresent());
      setManaged(removed.isPresent());
      if (removed.isPresent() && getScene() != null && getScene().getFocusOwner() instanceof BranchCard) {
        back.requestFocus(); // the focus stays at the place of the branch
      }
    });
  }

  private static void say(Label said, Optional<Branch> removed, Lang lang) {
    said.setText(removed.map(branch -> lang.say("branch.removed", branch.letter())).orElse(""));
  }
}
