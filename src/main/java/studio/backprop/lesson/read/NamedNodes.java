package studio.backprop.lesson.read;

import java.util.List;
import studio.backprop.lesson.command.CommandTarget;
import studio.backprop.lesson.command.LessonCommand;

/** Names of nodes that a command requires to exist. */
final class NamedNodes implements CommandTarget<List<String>, RuntimeException> {
  @Override
  public List<String> on(LessonCommand.Open command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.OpenSample command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.Reset command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.NewWeights command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.Steps command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.RunToEpoch command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.GoToStep command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.Change command) {
    return command.owner() == LessonCommand.Owner.NODE ? List.of(command.node()) : List.of();
  }

  @Override
  public List<String> on(LessonCommand.SetNumber command) {
    return List.of(command.node());
  }

  @Override
  public List<String> on(LessonCommand.AddLayer command) {
    return List.of(command.after());
  }

  @Override
  public List<String> on(LessonCommand.RemoveNode command) {
    return List.of(command.node());
  }

  @Override
  public List<String> on(LessonCommand.DrawWire command) {
    return List.of(command.from(), command.to());
  }

  @Override
  public List<String> on(LessonCommand.RunLanes command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.RunFolds command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.RunSearch command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.RunSeeds command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.TryExperiment command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.KeepLane command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.KeepExperiment command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.OpenView command) {
    return command.node().isEmpty() ? List.of() : List.of(command.node());
  }

  @Override
  public List<String> on(LessonCommand.SelectNode command) {
    return List.of(command.node());
  }

  @Override
  public List<String> on(LessonCommand.ChooseExample command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.Draw command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.DrawExample command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.DrawPixel command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.LabelDrawing command) {
    return List.of();
  }

  @Override
  public List<String> on(LessonCommand.GiveAnswer command) {
    return List.of();
  }
}
