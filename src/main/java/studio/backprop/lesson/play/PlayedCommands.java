package studio.backprop.lesson.play;

import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.CommandTarget;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.observe.Example;

/** Effects of the commands in headless execution. */
final class PlayedCommands implements CommandTarget<PlayedCommands.Act, RuntimeException> {
  interface Act {
    void run() throws LineFault;
  }

  private final LessonPlay play;

  PlayedCommands(LessonPlay play) {
    this.play = play;
  }

  /** All commands but edits and openings need a trainable network. */
  private Act settled(Act act) {
    return () -> {
      play.settle();
      act.run();
    };
  }

  @Override
  public Act on(LessonCommand.Open command) {
    return () -> play.open(command);
  }

  @Override
  public Act on(LessonCommand.OpenSample command) {
    return () -> play.open(command);
  }

  @Override
  public Act on(LessonCommand.Reset command) {
    return settled(play.training()::reset);
  }

  @Override
  public Act on(LessonCommand.NewWeights command) {
    return () -> play.training().edit(command);
  }

  @Override
  public Act on(LessonCommand.Steps command) {
    return settled(() -> play.training().steps(command));
  }

  @Override
  public Act on(LessonCommand.RunToEpoch command) {
    return settled(() -> play.training().runTo(command.epoch()));
  }

  @Override
  public Act on(LessonCommand.GoToStep command) {
    return settled(() -> {}); // showing a past step has no effect here
  }

  @Override
  public Act on(LessonCommand.Change command) {
    return command.lane().isEmpty() ? () -> play.training().edit(command)
        : settled(() -> play.lanes().add(command));
  }

  @Override
  public Act on(LessonCommand.SetNumber command) {
    return settled(() -> play.training().set(command));
  }

  @Override
  public Act on(LessonCommand.AddLayer command) {
    return () -> play.training().edit(command);
  }

  @Override
  public Act on(LessonCommand.RemoveNode command) {
    return () -> play.training().edit(command);
  }

  @Override
  public Act on(LessonCommand.DrawWire command) {
    return () -> play.training().edit(command);
  }

  @Override
  public Act on(LessonCommand.RunLanes command) {
    return settled(play::runLanes);
  }

  @Override
  public Act on(LessonCommand.RunFolds command) {
    return settled(() -> play.runFolds(command));
  }

  @Override
  public Act on(LessonCommand.RunSearch command) {
    return settled(() -> play.runSearch(command));
  }

  @Override
  public Act on(LessonCommand.RunSeeds command) {
    return settled(play::runSeeds);
  }

  @Override
  public Act on(LessonCommand.TryExperiment command) {
    return settled(() -> play.tryExperiment(command));
  }

  @Override
  public Act on(LessonCommand.KeepLane command) {
    return settled(() -> play.training().keep(play.lanes().lane(command.lane())));
  }

  @Override
  public Act on(LessonCommand.KeepExperiment command) {
    return settled(play::keepExperiment);
  }

  @Override
  public Act on(LessonCommand.OpenView command) {
    return settled(() -> play.see(command.view().id()));
  }

  @Override
  public Act on(LessonCommand.SelectNode command) {
    return settled(() -> ProjectEdits.found(command.node(), play.project().network()));
  }

  @Override
  public Act on(LessonCommand.ChooseExample command) {
    return settled(() -> play.choose(new Example(command.part(), command.row())));
  }

  @Override
  public Act on(LessonCommand.Draw command) {
    return settled(() -> play.choose(Sketching.drawn(command, play.example(), play.training().session().data())));
  }

  @Override
  public Act on(LessonCommand.DrawExample command) {
    return settled(() -> play.choose(Sketching.begun(play.example(), play.training().session().data())));
  }

  @Override
  public Act on(LessonCommand.DrawPixel command) {
    return settled(() -> play.choose(Sketching.pixelled(command, play.example(), play.training().session().data())));
  }

  @Override
  public Act on(LessonCommand.LabelDrawing command) {
    return settled(() -> play.choose(Sketching.labelled(command.label(), play.example(), play.training().session().data())));
  }

  @Override
  public Act on(LessonCommand.GiveAnswer command) {
    return settled(() -> play.answer(command.id(), command.number(), command.sure()));
  }
}
