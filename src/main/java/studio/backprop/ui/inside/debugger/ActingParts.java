package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Dqn;
import studio.backprop.train.agent.CollectionTimes;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.workspace.run.RunModel;

/** Segments for an agent's collection phase in front of the step bar: act, environment step, store. */
final class ActingParts extends HBox {
  /** Whether the agent collects new transitions before the next update. */
  private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

  private final RunModel run;
  private final Lang lang;
  private final ActingTexts words;
  private boolean compact;
  private final Label each = label("note", "strong");
  private final Label act = label("part", "forward");
  private final Label moves = label("part", "update");
  private final Label remember = label("part", "loss");
  private final Label learn = label("note", "strong");

  ActingParts(RunModel run, Lang lang, Hints hints) {
    this.run = run;
    this.lang = lang;
    this.words = new ActingTexts(run, lang);
    getStyleClass().add("acting");
    hints.explain(act, "acting.act.help");
    hints.explain(moves, "acting.moves.help");
    hints.explain(remember, "acting.remember.help");
    getChildren().addAll(each, act, moves, remember, learn);
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  void compact(boolean wanted) {
    compact = wanted;
  }

  /** With its share of the time, once measured. */
  private String said(String key, double[] shares, CollectionTimes.Part part) {
    boolean measured = !compact && shares.length > 0 && Double.isFinite(shares[part.ordinal()]);
    return measured ? lang.say("slow.part", lang.say(key), lang.numbers().partPercent(shares[part.ordinal()])) : lang.say(key);
  }

  void show() {
    Optional<Agent> agent = words.agent();
    Sight.show(this, agent.isPresent());
    if (agent.isEmpty()) {
      return;
    }
    AgentMethod method = agent.get().method();
    int batch = agent.get().batch(run.runProperty().get().project().training().batch());
    int updates = method.updatesPerRound(batch);
    each.setText(compact || method.stepsPerRound() == 1 ? "" : lang.say("acting.each", method.stepsPerRound()));
    double[] shares = run.snapshot().map(Snapshot::actingShares).orElse(new double[0]);
    act.setText(said("acting.act", shares, CollectionTimes.Part.ACT));
    String shortened = compact ? ".short" : "";
    moves.setText(said("acting.moves" + shortened, shares, CollectionTimes.Part.ENVIRONMENT));
    String keeps = method instanceof Dqn ? "acting.remember" : "acting.collect";
    remember.setText(said(keeps + shortened, shares, CollectionTimes.Part.REMEMBER));
    Sight.show(remember, !method.isOnline());
    Sight.show(each, !each.getText().isEmpty());
    String learns = compact ? "" : lang.say("acting.learn");
    learn.setText(updates == 1 ? learns : lang.say("slow.turns", learns, updates).strip());
    Sight.show(learn, !learn.getText().isEmpty());
    long step = run.snapshot().map(Snapshot::step).orElse(0L);
    boolean acts = step % updates == 0;
    for (Label part : List.of(act, moves, remember)) {
      part.pseudoClassStateChanged(NEXT, acts);
    }
  }
}
