package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import studio.backprop.observe.Snapshot;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.train.TurnSpec;
import studio.backprop.train.regime.AdversarialTraining;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Learner and optimizer of each op of a step: in a GAN both networks have their own. */
final class StepTurns {
  private final DocumentModel document;
  private final RunModel run;

  StepTurns(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
  }

  /** Localized name of the optimizer. @param update of whose turn */
  String optimizer(Lang lang, Cursor update) {
    Project project = document.project();
    Optimizer usual = project.training().optimizer();
    boolean discriminator = title(update).filter(title -> title.key().equals(AdversarialTraining.OF_DISCRIMINATOR)).isPresent();
    Optimizer own = discriminator && project.assignment() instanceof Adversarial both ? both.discriminator().orElse(usual) : usual;
    return lang.say(OptimizerCatalog.typeOf(own).title());
  }

  /** Pass that an op belongs to. */
  Optional<TurnSpec> pass(Cursor op) {
    int turns = 0;
    for (TurnSpec pass : run.snapshot().map(Snapshot::passes).orElse(List.of())) {
      turns += pass.turns();
      if (op.turn() < turns) {
        return Optional.of(pass);
      }
    }
    return Optional.empty();
  }

  /** Learner of an op; empty if there is only one. */
  Optional<Message> title(Cursor op) {
    return pass(op).flatMap(TurnSpec::title);
  }

  /** Number of parameters an update changes. */
  long moved(Cursor update) {
    return pass(update).filter(pass -> pass.title().isPresent()).map(TurnSpec::moved).orElseGet(this::learned);
  }

  private long learned() {
    return Optional.ofNullable(run.runProperty().get()).stream().flatMap(now -> now.learned().stream()).mapToLong(p -> p.tensor().count())
        .sum();
  }
}
