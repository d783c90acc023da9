package studio.backprop.ui.compare.comparison;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.project.Project;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** Bar of predefined comparisons, guard, and button to add a variant. */
final class VariantsBar extends HBox {
  private final ComparisonModel model;

  /** @param chosen called when variants were set, to return the focus to the page */
  VariantsBar(ComparisonModel model, Lang lang, Hints hints, Runnable chosen) {
    this.model = model;
    getStyleClass().add("setup-bar");
    Label compare = new Label();
    compare.textProperty().bind(lang.bind("twins.compare"));
    compare.getStyleClass().add("mut");
    compare.setMinWidth(USE_PREF_SIZE);
    getChildren().add(compare);
    for (Proposal proposal : Proposal.values()) {
      getChildren().add(button(proposal, lang, hints, chosen));
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ToggleSwitch guard = new ToggleSwitch();
    guard.setId("guard");
    Label name = new Label();
    name.textProperty().bind(lang.bind("twins.guard"));
    name.setMinWidth(USE_PREF_SIZE);
    name.setLabelFor(guard);
    hints.explain(name, "twins.guard.help");
    HBox guarding = new HBox(name, guard);
    guarding.getStyleClass().add("guard");
    guard.selectedProperty().bindBidirectional(model.setup().guardedProperty());
    hints.explain(guard, "twins.guard.help");
    Button add = new Button(null, Icon.PLUS.view());
    add.setId("add-lane");
    add.getStyleClass().add("icon-only");
    add.setOnAction(event -> model.setup().add());
    hints.explain(add, "twins.add");
    model.setup().variantsProperty().subscribe(variants -> add.setDisable(variants.size() >= ComparedVariants.MAX_VARIANTS));
    getChildren().addAll(gap, guarding, add);
  }

  private ToggleButton button(Proposal proposal, Lang lang, Hints hints, Runnable chosen) {
    ToggleButton button = new ToggleButton();
    button.setMnemonicParsing(false);
    button.setId("propose-" + proposal.name().toLowerCase(Locale.ROOT));
    button.textProperty().bind(lang.bind(proposal.key()));
    button.setMinWidth(0);
    hints.explain(button, proposal.key() + ".help");
    button.setOnAction(event -> {
      model.setup().propose(proposal);
      button.setSelected(true);
      chosen.run();
    });
    model.setup().variantsProperty().subscribe(variants -> {
      List<Project> offered = model.setup().offered(proposal);
      button.setDisable(offered.isEmpty());
      Sight.show(button, proposal != Proposal.METHODS || !offered.isEmpty()); // only agents have methods
      button.setSelected(!offered.isEmpty() && variants.equals(offered));
    });
    return button;
  }
}
