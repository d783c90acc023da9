package studio.backprop.ui.window.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

/** Status bar. */
final class StatusBar extends HBox {
  private final Button state = new Button();
  private final Label size = new Label();
  private final HBox kept = new HBox();
  private Consumer<TrainingSetup> lead = part -> {};
  private final BooleanProperty roomy = new SimpleBooleanProperty(this, "roomy", true);

  StatusBar(StatusModel model, Lang lang) {
    Terms terms = new Terms(lang);
    state.setId("status");
    state.getStyleClass().setAll("label", "state");
    state.setMnemonicParsing(false);
    state.textProperty().bind(model.state());
    Hints.sayWhole(state);
    for (BooleanBinding changed : List.of(model.healthy(), model.empty(), model.loading(), model.cautious())) {
      changed.subscribe(now -> show(model));
    }
    size.textProperty().bind(model.size());
    size.visibleProperty().bind(model.healthy().and(model.empty().not()).and(roomy));
    size.managedProperty().bind(size.visibleProperty());
    size.setMinWidth(USE_PREF_SIZE);
    terms.explain(size, "parameter", "flops");
    Label history = new Label();
    history.textProperty().bind(model.history());
    history.managedProperty().bind(history.visibleProperty());
    history.getStyleClass().add("history");
    new Hints(lang).explain(history, "status.history_help");
    kept.getChildren().add(history);
    kept.visibleProperty().bind(size.visibleProperty());
    kept.managedProperty().bind(kept.visibleProperty());
    kept.setAlignment(Pos.CENTER_LEFT);
    kept.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getStyleClass().add("status-bar");
    getChildren().addAll(state, size, kept, gap);
    for (TrainingSetup part : TrainingSetup.values()) {
      getChildren().add(setup(part, model, terms));
    }
  }

  /** Part of the training setup with a tooltip of its terms; a click reveals its control. */
  private Button setup(TrainingSetup part, StatusModel model, Terms terms) {
    Button button = new Button();
    button.setId("status-" + part.key());
    button.getStyleClass().setAll("label", "setup");
    button.setMnemonicParsing(false);
    button.textProperty().bind(model.setup(part));
    button.setOnAction(event -> lead.accept(part));
    // the state shrinks first: its tooltip has the whole text
    button.setMinWidth(USE_PREF_SIZE);
    terms.explainSetting(button, "status." + part.key() + ".help", part.terms());
    return button;
  }

  /** Never truncates: where not all fit, the sizes are hidden first. */
  @Override
  protected void layoutChildren() {
    double others = getChildren().stream().filter(child -> child != size && child != kept && child.isManaged())
        .mapToDouble(child -> child.prefWidth(-1) + getSpacing()).sum();
    roomy.set(others + size.prefWidth(-1) + getSpacing() + kept.prefWidth(-1) <= getWidth() - snappedLeftInset() - snappedRightInset());
    super.layoutChildren();
  }

  /** An empty canvas has no status, nor has one whose data are loading. */
  private void show(StatusModel model) {
    boolean healthy = model.healthy().get();
    boolean open = model.empty().get() || healthy && model.loading().get();
    boolean cautious = model.cautious().get();
    state.setGraphic(open ? waiting(model.loading().get()) : (!healthy ? Icon.PROBLEM : cautious ? Icon.WARNING : Icon.OK).view());
    state.getStyleClass().removeAll("ok", "bad", "warn");
    if (!open) {
      state.getStyleClass().add(!healthy ? "bad" : cautious ? "warn" : "ok");
    }
    state.pseudoClassStateChanged(PseudoClass.getPseudoClass("problem"), !healthy);
  }

  private static Node waiting(boolean loading) {
    if (!loading) {
      return null;
    }
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.getStyleClass().add("spinner-small");
    return spinner;
  }

  void onSetup(Consumer<TrainingSetup> action) {
    lead = action;
  }

  void add(Node said) {
    getChildren().add(1, said);
  }

  /** Click on the state: shows all problems. */
  void onState(Runnable action) {
    state.setOnAction(event -> action.run());
  }
}
