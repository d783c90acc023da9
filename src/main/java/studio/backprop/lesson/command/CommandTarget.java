package studio.backprop.lesson.command;

/**
 * Visitor of lesson commands. A new command adds a method, so that the compiler finds every implementation that lacks it.
 *
 * @param <R> result
 * @param <E> thrown where a command cannot be carried out
 */
public interface CommandTarget<R, E extends Exception> {
  R on(LessonCommand.Open command) throws E;

  R on(LessonCommand.OpenSample command) throws E;

  R on(LessonCommand.Reset command) throws E;

  R on(LessonCommand.NewWeights command) throws E;

  R on(LessonCommand.Steps command) throws E;

  R on(LessonCommand.RunToEpoch command) throws E;

  R on(LessonCommand.GoToStep command) throws E;

  R on(LessonCommand.Change command) throws E;

  R on(LessonCommand.SetNumber command) throws E;

  R on(LessonCommand.AddLayer command) throws E;

  R on(LessonCommand.RemoveNode command) throws E;

  R on(LessonCommand.DrawWire command) throws E;

  R on(LessonCommand.RunLanes command) throws E;

  R on(LessonCommand.RunFolds command) throws E;

  R on(LessonCommand.RunSearch command) throws E;

  R on(LessonCommand.RunSeeds command) throws E;

  R on(LessonCommand.TryExperiment command) throws E;

  R on(LessonCommand.KeepLane command) throws E;

  R on(LessonCommand.KeepExperiment command) throws E;

  R on(LessonCommand.OpenView command) throws E;

  R on(LessonCommand.SelectNode command) throws E;

  R on(LessonCommand.ChooseExample command) throws E;

  R on(LessonCommand.Draw command) throws E;

  R on(LessonCommand.DrawExample command) throws E;

  R on(LessonCommand.DrawPixel command) throws E;

  R on(LessonCommand.LabelDrawing command) throws E;

  R on(LessonCommand.GiveAnswer command) throws E;
}
