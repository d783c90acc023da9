package studio.backprop.ui.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.train.doctor.Finding.Kind;
import studio.backprop.train.doctor.Unjudged;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Nothing is wrong, and what that means: all that was looked at, and what is not known. */
final class HealthyCard extends VBox {
  private final Lang lang;
  private final Label head = new Label(null, Icon.OK.view());
  private final VBox lines = new VBox();
  private List<Unjudged> said;

  HealthyCard(Lang lang, long step, List<Unjudged> unjudged) {
    this.lang = lang;
    getStyleClass().addAll("card", "healthy");
    head.getStyleClass().addAll("strong", "ok");
    lines.getStyleClass().add("groups");
    getChildren().addAll(head, lines);
    say(step, unjudged);
  }

  void say(long step, List<Unjudged> unjudged) {
    head.setText(lang.say("doctor.healthy", step));
    if (!unjudged.equals(said)) {
      said = unjudged;
      list(unjudged);
    }
  }

  private void list(List<Unjudged> unjudged) {
    List<Kind> open = unjudged.stream().map(Unjudged::kind).toList();
    Stream<Label> fine = Arrays.stream(Kind.values()).filter(kind -> !open.contains(kind)).map(kind -> line(lang.say(kind.fine()), Icon.CHECK));
    lines.getChildren().setAll(group("checked", fine));
    add("doctor.unjudged.yet", Icon.WAITS, unjudged.stream().filter(Unjudged::later).toList());
    add("doctor.unjudged.never", Icon.INFO, unjudged.stream().filter(one -> !one.later()).toList());
  }

  private void add(String title, Icon icon, List<Unjudged> some) {
    if (!some.isEmpty()) {
      Label heading = new Label(lang.say(title));
      heading.getStyleClass().addAll("strong", "mut");
      Stream<Label> all = some.stream().map(one -> line(lang.say("doctor.unjudged", one.kind().fine(), one.reason()), icon));
      lines.getChildren().add(group("open", Stream.concat(Stream.of(heading), all)));
    }
  }

  private static VBox group(String style, Stream<Label> labels) {
    VBox group = new VBox(labels.toArray(Label[]::new));
    group.getStyleClass().add(style);
    return group;
  }

  private static Label line(String text, Icon icon) {
    Label line = new Label(text, icon.view());
    line.setWrapText(true);
    return line;
  }
}
