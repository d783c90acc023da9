package studio.backprop.ui.window.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.form.Kept;
import studio.backprop.ui.kit.form.RateField;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.environment.EpsilonSlider;
import studio.backprop.ui.workspace.run.Exploration;

/** Learning rate in the top bar, and ε of an agent. */
final class RateView extends HBox {
  private final EpsilonSlider epsilon;

  RateView(TransportModel transport, DocumentModel document, Exploration exploration, Lang lang) {
    Label title = title(lang, "transport.rate", "rate-title");
    Label shortTitle = title(lang, "transport.rate.short", "rate-short");
    NumberModel number = Kept.number(NumberRange.positive(), document.projectProperty().map(p -> p.training().rate()), transport::setRate);
    RateField rate = new RateField(lang, number, lang.bind("transport.rate"), transport::settle);
    rate.setId("rate");
    title.setLabelFor(rate);
    new Terms(lang).mark(rate, "learning-rate");
    setFillHeight(false);
    getStyleClass().add("rate");
    epsilon = new EpsilonSlider(exploration, "epsilon-now", "transport.epsilon", lang, new Hints(lang));
    getChildren().addAll(title, shortTitle, rate, epsilon);
  }

  ObservableValue<Boolean> exploresProperty() {
    return epsilon.visibleProperty();
  }

  /** The style sheet selects the title that fits the window. */
  private static Label title(Lang lang, String key, String style) {
    Label title = new Label();
    title.getStyleClass().addAll("mut", style);
    title.textProperty().bind(lang.bind(key));
    title.setMinWidth(USE_PREF_SIZE);
    new Terms(lang).explain(title, "learning-rate");
    title.managedProperty().bind(title.visibleProperty());
    return title;
  }
}
