package studio.backprop.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.Scaling;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/**
 * Difference of two projects in one setting. Names and canvas positions are ignored; the same change in several layers counts once, and so
 * do an activation and its default initializer. Immutable.
 *
 * @param what localized setting and layer
 * @param before value in the first project: number, boolean, enum constant, size or message
 * @param now value in the second project
 */
public record Differing(Message what, Object before, Object now) {
  /** Value for a missing layer. */
  public static final Message NO_LAYER = Message.of("twins.no_layer");

  /** All differences. Empty if both trainings are bitwise equal. */
  public static List<Differing> between(Project first, Project second) {
    List<Differing> all = new ArrayList<>();
    training(all, first.training(), second.training());
    data(all, first, second);
    if (first.assignment() instanceof Agent a && second.assignment() instanceof Agent b) {
      agent(all, a, b);
    }
    if (first.assignment() instanceof Adversarial a && second.assignment() instanceof Adversarial b) {
      adversarial(all, a, b);
    }
    all.addAll(DifferingNodes.between(first.network(), second.network()));
    return List.copyOf(all);
  }

  private static void training(List<Differing> all, TrainingSettings a, TrainingSettings b) {
    add(all, "training.rate", a.rate(), b.rate());
    kinds(all, "training.optimizer", OptimizerCatalog.typeOf(a.optimizer()).title(), OptimizerCatalog.typeOf(b.optimizer()).title(),
        OptimizerCatalog.typeOf(a.optimizer()).form(), a.optimizer(), b.optimizer());
    kinds(all, "training.schedule", ScheduleCatalog.typeOf(a.schedule()).title(), ScheduleCatalog.typeOf(b.schedule()).title(),
        ScheduleCatalog.typeOf(a.schedule()).form(), a.schedule(), b.schedule());
    add(all, "training.batch", a.batch(), b.batch());
    add(all, "training.shuffle", a.shuffle(), b.shuffle());
    add(all, "training.balance", a.balance(), b.balance());
    settings(all, Regularization.FORM, a.regularization(), b.regularization());
    add(all, "training.epochs", a.epochs(), b.epochs());
    add(all, "training.patience", a.patience(), b.patience());
    add(all, "training.seed", a.seed(), b.seed());
  }

  private static void data(List<Differing> all, Project first, Project second) {
    DataSettings a = first.data();
    DataSettings b = second.data();
    add(all, "twins.data", title(a), title(b));
    add(all, "palette.points", a.points(), b.points());
    add(all, "palette.noise", a.noise(), b.noise());
    add(all, "palette.scaling", titleOf(a.scaling()), titleOf(b.scaling()));
    add(all, "twins.validation", a.validationShare(), b.validationShare());
    add(all, "twins.test", a.testShare(), b.testShare());
    add(all, "twins.data_seed", a.seed(), b.seed());
    if (!a.kept().equals(b.kept())) {
      all.add(new Differing(Message.of("twins.kept"), a.kept().size(), b.kept().size()));
    }
    if (a.dataset().equals(b.dataset())) {
      add(all, "palette.formula", a.formula(), b.formula());
    }
    if (!a.drawn().equals(b.drawn())) {
      all.add(new Differing(Message.of("twins.drawn_points"), a.drawn().count(), b.drawn().count()));
    }
    boolean readOtherwise = !a.columns().equals(b.columns()) || !a.sequence().equals(b.sequence()) || !first.table().equals(second.table());
    if (readOtherwise && a.dataset().equals(b.dataset())) {
      all.add(new Differing(Message.of("twins.reading"), Message.of("twins.one_way"), Message.of("twins.another_way")));
    }
  }

  private static void agent(List<Differing> all, Agent a, Agent b) {
    kinds(all, "agent.method", MethodCatalog.typeOf(a.method()).title(), MethodCatalog.typeOf(b.method()).title(),
        MethodCatalog.typeOf(a.method()).form(), a.method(), b.method());
    add(all, "agent.look", a.look(), b.look());
    if (!a.map().equals(b.map())) {
      all.add(new Differing(Message.of("twins.map"), Message.of("twins.one_way"), Message.of("twins.another_way")));
    }
  }

  private static void adversarial(List<Differing> all, Adversarial a, Adversarial b) {
    settings(all, AdversarialSettings.FORM, a.settings(), b.settings());
    if (a.discriminator().isPresent() && b.discriminator().isPresent()) {
      Optimizer one = a.discriminator().get();
      Optimizer other = b.discriminator().get();
      kinds(all, "adversarial.optimizer", OptimizerCatalog.typeOf(one).title(), OptimizerCatalog.typeOf(other).title(),
          OptimizerCatalog.typeOf(one).form(), one, other);
    } else {
      add(all, "adversarial.optimizer", ofDiscriminator(a), ofDiscriminator(b));
    }
  }

  private static Message ofDiscriminator(Adversarial one) {
    return one.discriminator().map(own -> OptimizerCatalog.typeOf(own).title()).orElse(Message.of("adversarial.optimizer.same"));
  }

  private static Message title(DataSettings data) {
    return DatasetCatalog.find(data.dataset()).map(DatasetInfo::title).orElse(Message.of("twins.own_table"));
  }

  /** Localized name of a scaling. */
  public static Message titleOf(Scaling scaling) {
    return Message.of("palette.scaling." + scaling.name().toLowerCase(Locale.ROOT));
  }

  /** Compares records of settings, component by component if of the same kind. */
  private static <R> void kinds(List<Differing> all, String what, Message kind, Message otherKind, Form<R> form, R a, R b) {
    if (!kind.equals(otherKind)) {
      add(all, what, kind, otherKind);
    } else {
      settings(all, form, a, b);
    }
  }

  static <R> void settings(List<Differing> all, Form<R> form, R a, R b) {
    for (Setting setting : form.settings()) {
      if (form.applies(a, setting) || form.applies(b, setting)) {
        add(all, setting.title(), form.value(a, setting), form.value(b, setting));
      }
    }
  }

  private static void add(List<Differing> all, String what, Object before, Object now) {
    add(all, Message.of(what), before, now);
  }

  private static void add(List<Differing> all, Message what, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      all.add(new Differing(what, before, now));
    }
  }
}
