package studio.backprop.ui.design.inspector;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.backprop.observe.HistogramSnapshot.Kind;
import studio.backprop.ui.design.inspector.RidgesModel.Reach;
import studio.backprop.ui.design.inspector.RidgesModel.Span;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;

/** Ridgeline plots of the selected node for each kind of values, with a choice of steps and axes and one legend. */
final class RidgesView extends VBox {
  private final RidgesModel model;
  private final Lang lang;
  private final Label legend = new Label();
  private final Map<Kind, RidgePlot> plots = new EnumMap<>(Kind.class);

  RidgesView(RidgesModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("ridges");
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("ridges.title"));
    new Terms(lang).explain(title, "histogram");
    legend.getStyleClass().addAll("note", "mut");
    legend.setWrapText(true);
    getChildren().addAll(title, choices(), legend);
    for (Kind kind : Kind.values()) {
      RidgePlot plot = new RidgePlot(kind, lang, theme);
      plots.put(kind, plot);
      getChildren().add(plot);
    }
    visibleProperty().bind(Bindings.createBooleanBinding(() -> !model.ridgesProperty().get().isEmpty(), model.ridgesProperty()));
    managedProperty().bind(visibleProperty());
    model.ridgesProperty().subscribe(ridges -> show());
    lang.whenWrittenAnew(this::show);
    theme.paletteProperty().subscribe(palette -> plots.values().forEach(RidgePlot::repaint));
  }

  private FlowPane choices() {
    Segmented<Span> span = new Segmented<Span>(lang.bind("ridges.span"))
        .add(Span.RECENT, lang.bind("ridges.recent"))
        .add(Span.ALL, lang.bind("ridges.all"));
    span.valueProperty().bindBidirectional(model.spanProperty());
    Segmented<Reach> reach = new Segmented<Reach>(lang.bind("ridges.reach"))
        .add(Reach.NODE, lang.bind("ridges.node"))
        .add(Reach.NETWORK, lang.bind("ridges.network"));
    reach.valueProperty().bindBidirectional(model.reachProperty());
    FlowPane choices = new FlowPane(span, reach);
    choices.getStyleClass().add("choices");
    return choices;
  }

  private void show() {
    Map<Kind, Ridges> ridges = model.ridgesProperty().get();
    plots.forEach((kind, plot) -> plot.show(ridges.get(kind)));
    ridges.values().stream().findFirst().ifPresent(any -> {
      List<Ridges.Ridge> moments = any.ridges();
      String axis = lang.say("ridges.axis." + model.reachProperty().get().name().toLowerCase(Locale.ROOT));
      legend.setText(lang.say("ridges.legend", moments.size(), moments.get(0).step(), moments.get(moments.size() - 1).step(), axis));
    });
  }
}
