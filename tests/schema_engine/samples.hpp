#pragma once

#include <array>       // std::array
#include <string_view> // std::string_view

// Payloads with something in every place that the schema has, and nothing that the schema is against.

namespace samples {

inline constexpr std::string_view records = R"({
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#attendanceRecords",
  "@odata.count": 6,
  "@odata.nextLink": "https://graph.microsoft.com/beta/next",
  "value": [
    {
      "id": "1f3b6a1e-0000-4000-8000-000000000001",
      "emailAddress": "lisa.adkins@contoso.com",
      "totalAttendanceInSeconds": 274,
      "role": "Presenter",
      "registrantId": null,
      "registrationId": "r-1",
      "identity": {
        "@odata.type": "#microsoft.graph.communicationsUserIdentity",
        "id": "dc17674c-81d9-4adb-bfb2-8f6a442e4623",
        "displayName": "Lisa  Adkins",
        "tenantId": "909c6581-5130-43e9-88f3-fcb3582cde37",
        "more": {"id": [1, 2.50, {"deep": null}]}
      },
      "attendanceIntervals": [
        {
          "joinDateTime": "2022-06-29T22:54:43.656285Z",
          "leaveDateTime": "2022-06-29T22:59:18.518285Z",
          "durationInSeconds": 274
        },
        {"joinDateTime": null, "leaveDateTime": "2022-06-29T23:30:00+00:00", "durationInSeconds": 0}
      ],
      "externalRegistrationInformation": {"referrer": "contoso.com", "registrationId": "e-1"},
      "engagements": [
        {"dateTime": "2022-06-29T22:55:00Z", "engagementType": "hand", "engagementSubType": null},
        {"engagementType": "unknownFutureValue"}
      ]
    },
    {
      "id": "1f3b6a1e-0000-4000-8000-000000000002",
      "identity": {
        "@odata.type": "#microsoft.graph.azureCommunicationServicesUserIdentity",
        "id": "8:acs:aa6a8d4b-1111-4222-8333-444455556666_00000011-3cf3-7d8c-0000-000000000001",
        "displayName": null,
        "azureCommunicationServicesResourceId": "aa6a8d4b-1111-4222-8333-444455556666"
      },
      "attendanceIntervals": []
    },
    {"id": "3", "identity": {"@odata.type": "#microsoft.graph.identity", "tenantId": 5}},
    {"id": "4", "identity": {"@odata.type": "#microsoft.graph.communicationsPhoneIdentity", "id": "+1 425 555 0100"}},
    {"id": "5", "identity": {"displayName": "Guest"}, "role@odata.type": "#String", "emailAddress": ""},
    {"id": "6", "identity": null, "engagements": []}
  ]
})";

inline constexpr std::string_view record = R"({
  "@odata.context": "$metadata#attendanceRecords/$entity",
  "id": "1",
  "totalAttendanceInSeconds": 0,
  "identity": {"id": "2", "@odata.type": "#microsoft.graph.communicationsUserIdentity"},
  "attendanceIntervals": [{"joinDateTime": "2024-02-29T00:00:00.123456789012-05:30"}]
})";

inline constexpr std::string_view report = R"({
  "@odata.context": "$metadata#attendanceReports/$entity",
  "id": "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7",
  "totalParticipantCount": 1,
  "meetingStartDateTime": "2021-10-05T04:38:23.945Z",
  "meetingEndDateTime": "2021-10-05T04:43:49.77Z",
  "externalEventInformation": [{"applicationId": "a", "externalEventId": "b"}],
  "attendanceRecords@odata.context": "",
  "attendanceRecords": [{"id": "1", "role": "Attendee", "attendanceIntervals": [{"durationInSeconds": null}]}]
})";

inline constexpr std::string_view reports = R"({
  "@odata.context": "$metadata#attendanceReports",
  "value": [
    {"id": "1", "totalParticipantCount": null, "attendanceRecords": [{"id": "1", "identity": {}}]},
    {"id": "2", "externalEventInformation": []}
  ]
})";

inline constexpr std::array<std::string_view, 4> all{records, record, report, reports};

} // namespace samples
