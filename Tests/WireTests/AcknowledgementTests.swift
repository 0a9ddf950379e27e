import CloudAssistant
import Testing
import Wire

/// Answers of the actions that change something.
@Suite struct AcknowledgementTests {
    @Test func `an invocation is acknowledged with its id`() {
        let answer = InvokeCommandResponse(requestID: Sample.requestID, invokeID: "t-1")
        #expect(
            answer.json.compactText
                == #"{"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","InvokeId":"t-1"}"#)
    }

    @Test func `a run is acknowledged with the ids of its command and its invocation`() {
        let answer = RunCommandResponse(requestID: Sample.requestID, commandID: "c-1", invokeID: "t-1")
        #expect(
            answer.json.compactText
                == #"{"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","CommandId":"c-1","InvokeId":"t-1"}"#)
    }

    @Test func `a new command is acknowledged with its id`() {
        let answer = CreateCommandResponse(requestID: Sample.requestID, commandID: "c-1")
        #expect(
            answer.json.compactText
                == #"{"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","CommandId":"c-1"}"#)
    }

    @Test func `a change and a deletion of a command are acknowledged with nothing but the request`() {
        let json = #"{"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E"}"#
        #expect(ModifyCommandResponse(requestID: Sample.requestID).json.compactText == json)
        #expect(DeleteCommandResponse(requestID: Sample.requestID).json.compactText == json)
    }

    @Test func `a stop is acknowledged with nothing but the request`() {
        let answer = StopInvocationResponse(requestID: Sample.requestID)
        #expect(answer.json.compactText == #"{"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E"}"#)
    }
}
