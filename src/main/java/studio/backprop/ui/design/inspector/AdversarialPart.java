package studio.backprop.ui.design.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.WhoTrains;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.form.FormGrid;
import studio.backprop.ui.kit.form.FormView;
import studio.backprop.ui.kit.form.Kept;

/** GAN section of the project page: generator and discriminator, training settings and samples. */
final class AdversarialPart extends VBox {
  private final AdversarialModel model;
  private final Lang lang;
  private final Hints hints;

  AdversarialPart(AdversarialModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    getStyleClass().add("gap-8");
    managedProperty().bind(visibleProperty());
    model.there().subscribe(this::show);
  }

  private void show(boolean there) {
    setVisible(there);
    if (there && getChildren().isEmpty()) {
      getChildren().setAll(
          heading(lang, "adversarial.title", "adversarial-training", "round"), trains(),
          new FormView<>(lang, hints, model.form()), optimizer(), rule(),
          new AdversarialSights(model, lang), rule());
    }
  }

  /**
   * Heading.
   *
   * @param terms of the glossary that explain it
   */
  static Label heading(Lang lang, String key, String... terms) {
    Label heading = new Label();
    heading.getStyleClass().add("strong");
    heading.textProperty().bind(lang.bind(key));
    new Terms(lang).explain(heading, terms);
    return heading;
  }

  private FormGrid trains() {
    Segmented<WhoTrains> who = new Segmented<>(lang.bind("adversarial.trains"));
    for (WhoTrains one : WhoTrains.values()) {
      who.add(one, lang.bind(Setting.choiceTitle(one).key()));
    }
    Kept.choice(who.valueProperty(), model.trains(), model::train);
    FormGrid grid = new FormGrid(lang, hints, () -> {});
    grid.wide(Message.of("adversarial.trains"), Message.of("adversarial.trains.help"), who);
    return grid;
  }

  private VBox optimizer() {
    List<Optional<RecordKind<Optimizer>>> kinds = new ArrayList<>(List.of(Optional.empty()));
    RecordKind.OPTIMIZERS.forEach(kind -> kinds.add(Optional.of(kind)));
    Choice<Optional<RecordKind<Optimizer>>> choice = new Choice<>(lang, kinds,
        kind -> kind.map(RecordKind::title).orElseGet(() -> Message.of("adversarial.optimizer.same")), lang.bind("adversarial.optimizer"));
    choice.keep(model.optimizer(), model::optimize);
    FormGrid grid = new FormGrid(lang, hints, () -> {});
    grid.row(Message.of("adversarial.optimizer"), Message.of("adversarial.optimizer.help"), choice);
    VBox settings = new VBox();
    settings.managedProperty().bind(model.optimizerForm().map(form -> form.filter(own -> !own.settings().isEmpty()).isPresent()));
    model.optimizerForm().subscribe(form -> settings.getChildren().setAll(
        form.map(own -> List.of(new FormView<>(lang, hints, own))).orElse(List.of())));
    VBox box = new VBox(grid, settings);
    box.getStyleClass().add("gap-8");
    return box;
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }
}
